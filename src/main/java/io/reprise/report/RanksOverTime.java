package io.reprise.report;

import io.reprise.history.Names;
import java.util.List;

/** How the places of the first few changed. */
final class RanksOverTime implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final Option.Pick STEP = Option.Pick.step(Step.MONTH);
    private static final Option.Pick COUNT = Counting.soFar();
    private static final Option.Amount THINGS = new Option.Amount("things", "Lines", 1, 30, 10);

    @Override
    public About about() {
        return new About(
                Theme.FAVOURITES,
                "ranks",
                "Ranks over time",
                "How your favourites rose and fell: the place of each, step by step.",
                "Follows those that have the most plays in the whole range. At each step everything is ranked by its"
                        + " plays from the beginning of the range up to the end of the step (so-far), or by those of the"
                        + " step alone (each); equals share a rank. What has no plays yet has no rank. Plays known too"
                        + " coarsely for the step are left out. Of very many steps the latest are shown.",
                List.of(SUBJECT, STEP, COUNT, THINGS));
    }

    @Override
    public Answer answer(Asking asking) {
        Subject subject = asking.subject(SUBJECT);
        Step step = asking.step(STEP);
        boolean isEach = Counting.isEach(asking.pick(COUNT));
        Selection selection = asking.selection();
        Names names = selection.names;
        Buckets steps = Buckets.of(selection, step);
        Buckets.Groups groups = steps.groups(selection);
        List<Ranking.Place> first = Leading.of(selection, groups, subject, asking.amount(THINGS));
        Places places = new Places(subject.last(names));
        Played reader = new Played(selection.history, subject);
        Sheet.Maker rows = Sheet.of(
                "ranks", "Places", "period", Steps.title(step), "thing", "what", "rank", "rank", "plays", "plays");
        int leads = 0;
        int active = 0;
        int begun = Steps.begun(steps, asking.today());
        int shown = Steps.firstShown(begun, first.size());
        for (int bucket = 0; bucket < begun; bucket++) {
            if (isEach) {
                places.clear();
            }
            places.add(groups, bucket, reader);
            active += places.size() == 0 ? 0 : 1;
            leads += !first.isEmpty() && isFirst(places, first.getFirst().number()) ? 1 : 0;
            for (Ranking.Place place : first) {
                int number = place.number();
                if (bucket >= shown && places.plays[number] > 0) {
                    rows.row(
                            Cell.text(steps.label(bucket)),
                            Cell.thing(names, subject, number),
                            Cell.count(places.rank(number)),
                            Cell.count(places.plays[number]));
                }
            }
        }
        String unit = Steps.title(step);
        return new Answer(
                first.isEmpty()
                        ? Say.NOTHING
                        : Say.named(names, subject, first.getFirst().number()) + " has the most plays, and"
                                + " stood first in " + Say.number(leads) + " of " + Say.count(active, unit, unit + "s")
                                + ".",
                List.of(
                        new Answer.Figure("steps", unit + "s counted", Cell.count(active)),
                        new Answer.Figure("led", unit + "s at the top for the first of them", Cell.count(leads))),
                List.of(rows.end(Picture.by(Picture.Shape.RANKS, "period", "thing", "rank"))));
    }

    private static boolean isFirst(Places places, int number) {
        return places.plays[number] > 0 && places.rank(number) == 1;
    }
}
