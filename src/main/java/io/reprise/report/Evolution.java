package io.reprise.report;

import io.reprise.history.Names;
import java.util.List;

/** The shares of the first few, step by step. */
final class Evolution implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final Option.Pick STEP = Option.Pick.step(Step.MONTH);
    private static final Option.Amount THINGS = new Option.Amount("things", "How many", 1, 30, 8);

    @Override
    public About about() {
        return new About(
                Theme.FAVOURITES,
                "evolution",
                "Evolution",
                "How the plays of your favourites add up, step by step.",
                "Follows those that have the most plays in the whole range; of each step it gives their plays, and"
                        + " their"
                        + " share of all plays of the step. Plays known too coarsely for the step are left out. Of very"
                        + " many steps the latest are shown.",
                List.of(SUBJECT, STEP, THINGS));
    }

    @Override
    public Answer answer(Asking asking) {
        Subject subject = asking.subject(SUBJECT);
        Step step = asking.step(STEP);
        Selection selection = asking.selection();
        Names names = selection.names;
        Buckets steps = Buckets.of(selection, step);
        Buckets.Groups groups = steps.groups(selection);
        List<Ranking.Place> first = Leading.of(selection, groups, subject, asking.amount(THINGS));
        Places places = new Places(subject.last(names));
        Played reader = new Played(selection.history, subject);
        Sheet.Maker rows = Sheet.of(
                "steps",
                "Step by step",
                "period",
                Steps.title(step),
                "thing",
                "what",
                "plays",
                "plays",
                "share",
                "of all plays");
        long[] followed = new long[first.size()];
        int peak = 0;
        int peakPlays = 0;
        int begun = Steps.begun(steps, asking.today());
        int shown = Steps.firstShown(begun, first.size());
        for (int bucket = 0; bucket < begun; bucket++) {
            places.clear();
            places.add(groups, bucket, reader);
            for (int i = 0; i < followed.length; i++) {
                int number = first.get(i).number();
                followed[i] += places.plays[number];
                if (i == 0 && places.plays[number] > peakPlays) {
                    peakPlays = places.plays[number];
                    peak = bucket;
                }
                if (bucket >= shown) {
                    rows.row(
                            Cell.text(steps.label(bucket)),
                            Cell.thing(names, subject, number),
                            Cell.count(places.plays[number]),
                            Cell.share(places.plays[number], groups.size(bucket)));
                }
            }
        }
        return new Answer(
                first.isEmpty()
                        ? Say.NOTHING
                        : Say.named(names, subject, first.getFirst().number()) + " leads with "
                                + Say.count(followed[0], "play", "plays") + ", most of them " + steps.when(peak)
                                + ".",
                List.of(
                        new Answer.Figure("things", "followed", Cell.count(first.size())),
                        new Answer.Figure("plays", "plays in all", Cell.count(groups.indices().length))),
                List.of(rows.end(Picture.by(Picture.Shape.STACKED, "period", "thing", "plays"))));
    }
}
