package io.reprise.report;

import io.reprise.history.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Days in a row with something played. */
final class Streaks implements Report {
    private static final Option.Amount ROWS = Option.Amount.rows(20);
    private static final Option.Amount PLAYS_A_DAY = new Option.Amount("plays_a_day", "Plays a day", 1, 1000, 1);

    @Override
    public About about() {
        return new About(
                Theme.TIME,
                "streaks",
                "Streaks",
                "The longest runs of days in a row on which you played something.",
                "A day belongs to a run where it has at least the chosen number of plays; days are your local days, and"
                        + " plays that are not known to the day are left out. A run that reaches today or yesterday is"
                        + " still going. Choose an artist, a show or a kind to see their own runs.",
                List.of(PLAYS_A_DAY, ROWS));
    }

    /** From the first to the last day, both included. */
    private record Run(int first, int last, long plays) {
        int days() {
            return last - first + 1;
        }
    }

    @Override
    public Answer answer(Asking asking) {
        List<Run> runs = runs(asking.selection(), asking.amount(PLAYS_A_DAY));
        int today = Range.dayOf(asking.today());
        Run going = runs.isEmpty() || runs.getLast().last() < today - 1 ? null : runs.getLast();
        long active = runs.stream().mapToLong(Run::days).sum();
        Sheet.Maker rows = Sheet.of(
                "streaks", "Longest runs", "first_day", "from", "last_day", "to", "days", "days", "plays", "plays");
        List<Run> longest = runs.stream()
                .sorted(Comparator.comparingInt((Run run) -> -run.days()).thenComparingInt(Run::first))
                .limit(asking.amount(ROWS))
                .toList();
        longest.forEach(run ->
                rows.row(Cell.day(run.first()), Cell.day(run.last()), Cell.count(run.days()), Cell.count(run.plays())));
        return new Answer(
                sentence(longest, going),
                List.of(
                        new Answer.Figure(
                                "longest",
                                "days at most",
                                Cell.count(
                                        longest.isEmpty()
                                                ? 0
                                                : longest.getFirst().days())),
                        new Answer.Figure("current", "days going now", Cell.count(going == null ? 0 : going.days())),
                        new Answer.Figure("active_days", "days in all", Cell.count(active)),
                        new Answer.Figure("runs", "runs", Cell.count(runs.size()))),
                List.of(rows.end(Picture.of(Picture.Shape.LYING, "first_day", "days"))));
    }

    private static String sentence(List<Run> longest, @org.jspecify.annotations.Nullable Run going) {
        if (longest.isEmpty()) {
            return Say.NOTHING;
        }
        Run first = longest.getFirst();
        String most = "The longest run was " + Say.count(first.days(), "day", "days") + ", from "
                + Say.day(first.first()) + " to " + Say.day(first.last()) + ".";
        return going == null ? most : most + " " + Say.count(going.days(), "day is", "days are") + " going now.";
    }

    private static List<Run> runs(Selection selection, int playsADay) {
        Buckets days = Buckets.of(selection, Step.DAY);
        Buckets.Groups groups = days.groups(selection);
        List<Run> runs = new ArrayList<>();
        int first = History.NO_DAY;
        long plays = 0;
        for (int bucket = 0; bucket <= days.size(); bucket++) {
            boolean belongs = bucket < days.size() && groups.size(bucket) >= playsADay;
            if (belongs) {
                first = first == History.NO_DAY ? Range.dayOf(days.from(bucket)) : first;
                plays += groups.size(bucket);
            } else if (first != History.NO_DAY) {
                runs.add(new Run(first, Range.dayOf(days.to(bucket - 1)), plays));
                first = History.NO_DAY;
                plays = 0;
            }
        }
        return runs;
    }
}
