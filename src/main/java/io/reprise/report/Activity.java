package io.reprise.report;

import java.util.List;
import java.util.Optional;

/** Plays and time, step by step, beside the period before. */
final class Activity implements Report {
    private static final Option.Pick STEP = Option.Pick.step(Step.MONTH);

    @Override
    public About about() {
        return new About(
                Theme.TIME,
                "activity",
                "Activity",
                "How much you played, step by step, and how that compares with the time before.",
                "Each counted play stands in the step of its local day; plays known too coarsely for the step are left"
                        + " out. Time is the sum of what is known. The period before has the same number of days and"
                        + " ends the day before this one begins. Steps at the ends are cut to the range.",
                List.of(STEP));
    }

    @Override
    public Answer answer(Asking asking) {
        Step step = asking.step(STEP);
        Selection selection = asking.selection();
        Buckets steps = Buckets.of(selection, step);
        Buckets.Groups groups = steps.groups(selection);
        Sheet.Maker rows =
                Sheet.of("steps", "Step by step", "period", Steps.title(step), "plays", "plays", "seconds", "time");
        long plays = 0;
        long seconds = 0;
        for (int bucket = Steps.firstShown(steps); bucket < steps.size(); bucket++) {
            long spent = 0;
            for (int at = groups.begins()[bucket]; at < groups.begins()[bucket + 1]; at++) {
                spent += selection.history.seconds(groups.indices()[at]);
            }
            plays += groups.size(bucket);
            seconds += spent;
            rows.row(Cell.text(steps.label(bucket)), Cell.count(groups.size(bucket)), Cell.span(spent));
        }
        Optional<Long> before =
                asking.range().before().map(range -> Tally.of(asking.over(range).selection(), Subject.ITEM).allPlays);
        return new Answer(
                sentence(plays, before.orElse(0L)),
                List.of(
                        new Answer.Figure("plays", "plays", Cell.count(plays)),
                        new Answer.Figure("seconds", "time known", Cell.span(seconds)),
                        new Answer.Figure(
                                "plays_before",
                                "plays in the period before",
                                before.map(Cell::count).orElse(Cell.NOTHING))),
                List.of(rows.end(Picture.of(Picture.Shape.BARS, "period", "plays"))));
    }

    private static String sentence(long plays, long before) {
        if (plays == 0) {
            return Say.NOTHING;
        }
        String found = Say.count(plays, "play", "plays");
        if (before == 0) {
            return found + ".";
        }
        return found + ", " + Say.change(plays, before) + " against the period before.";
    }
}
