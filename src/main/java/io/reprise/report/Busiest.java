package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.List;

/** The fullest days. */
final class Busiest implements Report {
    private static final Option.Pick STEP = Option.Pick.step(Step.DAY);
    private static final Option.Pick MEASURE = new Option.Pick("measure", "Measured by", List.of("plays", "seconds"));
    private static final Option.Amount ROWS = Option.Amount.rows(25);

    @Override
    public About about() {
        return new About(
                Theme.TIME,
                "busiest",
                "Fullest days",
                "The days (or weeks, months, years) on which you played most, and what led on them.",
                "Ranks the steps by plays or by the sum of the known seconds; equals share a rank, the earlier first."
                        + " What leads has the most plays of the step; of equals the first by name. Plays known too"
                        + " coarsely for the step are left out.",
                List.of(STEP, MEASURE, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Step step = asking.step(STEP);
        Measure measure = Measure.ofWord(asking.pick(MEASURE)).orElseThrow();
        Selection selection = asking.selection();
        Buckets steps = Buckets.of(selection, step);
        Buckets.Groups groups = steps.groups(selection);
        Leaders items = new Leaders(selection, Subject.ITEM);
        Leaders creators = new Leaders(selection, Subject.CREATOR);
        Sheet.Maker rows = Sheet.of(
                "busiest",
                "The fullest",
                "rank",
                "rank",
                "period",
                Steps.title(step),
                "plays",
                "plays",
                "seconds",
                "time",
                "creator",
                "led by",
                "creator_plays",
                "its plays",
                "item",
                "most played",
                "item_plays",
                "its plays");
        List<Ranking.Place> fullest = Ranking.of(steps.size(), bucket -> switch (measure) {
                    case PLAYS -> groups.size(bucket);
                    case SECONDS -> groups.seconds(selection.history, bucket);
                })
                .places(steps::label, 0, asking.amount(ROWS));
        for (Ranking.Place place : fullest) {
            int bucket = place.number();
            items.read(groups, bucket);
            creators.read(groups, bucket);
            rows.row(
                    Cell.count(place.rank()),
                    Cell.text(steps.label(bucket)),
                    Cell.count(groups.size(bucket)),
                    Cell.span(groups.seconds(selection.history, bucket)),
                    creators.thing(),
                    Cell.count(creators.plays()),
                    items.thing(),
                    Cell.count(items.plays()));
        }
        int active = 0;
        for (int bucket = 0; bucket < steps.size(); bucket++) {
            active += groups.size(bucket) == 0 ? 0 : 1;
        }
        return new Answer(
                fullest.isEmpty()
                        ? Say.NOTHING
                        : sentence(steps, groups, fullest.getFirst().number(), creators),
                List.of(
                        new Answer.Figure("active", Steps.title(step) + "s with plays", Cell.count(active)),
                        new Answer.Figure(
                                "on_average",
                                "plays on those",
                                Cell.decimal(active == 0 ? 0 : (double) groups.indices().length / active))),
                List.of(rows.end(Picture.of(Picture.Shape.LYING, "period", measure.word()))));
    }

    private static String sentence(Buckets steps, Buckets.Groups groups, int fullest, Leaders creators) {
        creators.read(groups, fullest);
        String found =
                steps.said(fullest) + " was the fullest, with " + Say.count(groups.size(fullest), "play", "plays");
        return creators.plays() == 0 ? found + "." : found + "; " + creators.named() + " led.";
    }

    /** What leads a step. */
    private static final class Leaders {
        private final Names names;
        private final Subject subject;
        private final Places places;
        private final Played reader;
        private int leader;

        Leaders(Selection selection, Subject subject) {
            History history = selection.history;
            this.names = history.names();
            this.subject = subject;
            this.places = new Places(subject.last(names));
            this.reader = new Played(history, subject);
        }

        void read(Buckets.Groups groups, int bucket) {
            places.clear();
            places.add(groups, bucket, reader);
            leader = places.size() == 0
                    ? 0
                    : places.first(1, number -> subject.name(names, number))
                            .getFirst()
                            .number();
        }

        Cell thing() {
            return Cell.thing(names, subject, leader);
        }

        int plays() {
            return places.most();
        }

        String named() {
            return Say.named(names, subject, leader);
        }
    }
}
