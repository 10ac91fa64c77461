package io.reprise.report;

import java.util.Arrays;
import java.util.List;

/** How few things make most of the plays. */
final class Concentration implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final int[] PARTS = {10, 25, 50, 75, 80, 90, 95, 100};
    private static final int[] TOPS = {1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100};

    @Override
    public About about() {
        return new About(
                Theme.DISCOVERY,
                "concentration",
                "Concentration",
                "How few things make most of your plays.",
                "Things are put in the order of their plays, most first. A part of all plays is reached by the fewest"
                        + " things that have it together; the top percent of things are rounded up to whole ones. A"
                        + " play of two creators counts for both, and what has no such subject is left out. Gini is 0"
                        + " where all have the same plays and nears 1 where one has all.",
                List.of(SUBJECT));
    }

    @Override
    public Answer answer(Asking asking) {
        Subject subject = asking.subject(SUBJECT);
        int[] plays = Arrays.stream(Tally.of(asking.selection(), subject).plays)
                .filter(count -> count > 0)
                .sorted()
                .toArray();
        long[] sums = new long[plays.length + 1];
        for (int i = 0; i < plays.length; i++) {
            sums[i + 1] = sums[i] + plays[plays.length - 1 - i];
        }
        long all = sums[plays.length];
        Sheet.Maker parts = Sheet.of(
                "parts",
                "Fewest for a part of all plays",
                "part",
                "part of all plays",
                "things",
                subject.word() + "s",
                "share",
                "share of all " + subject.word() + "s");
        Sheet.Maker tops = Sheet.of(
                "tops",
                "What the top has",
                "top",
                "top",
                "things",
                subject.word() + "s",
                "plays",
                "plays",
                "share",
                "share of all plays");
        for (int part : all == 0 ? new int[0] : PARTS) {
            int things = fewest(sums, part);
            parts.row(Cell.text(part + " %"), Cell.count(things), Cell.share(things, plays.length));
        }
        for (int top : all == 0 ? new int[0] : TOPS) {
            int things = Math.ceilDiv(plays.length * top, 100);
            tops.row(
                    Cell.text(top + " %"), Cell.count(things), Cell.count(sums[things]), Cell.share(sums[things], all));
        }
        int half = all == 0 ? 0 : fewest(sums, 50);
        String sentence = all == 0
                ? Say.NOTHING
                : Say.number(half) + " of " + Say.things(plays.length, subject) + (half == 1 ? " makes" : " make")
                        + " half of all plays.";
        return new Answer(
                sentence,
                List.of(
                        new Answer.Figure("half", "make half of all plays", Cell.count(half)),
                        new Answer.Figure("things", subject.word() + "s in all", Cell.count(plays.length)),
                        new Answer.Figure(
                                "top_tenth",
                                "of all plays go to the top tenth",
                                Cell.share(sums[Math.ceilDiv(plays.length, 10)], all)),
                        new Answer.Figure("gini", "Gini", Cell.decimal(Diversity.gini(plays)))),
                List.of(tops.end(Picture.of(Picture.Shape.LINES, "top", "share")), parts.end()));
    }

    /** The fewest things that have this part of all plays together. */
    private static int fewest(long[] sums, int percent) {
        int things = 0;
        while (sums[things] * 100 < sums[sums.length - 1] * percent) {
            things++;
        }
        return things;
    }
}
