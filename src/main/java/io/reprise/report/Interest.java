package io.reprise.report;

import io.reprise.history.Names;
import java.util.Arrays;
import java.util.List;

/** One thing through time. */
final class Interest implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final Option.Pick STEP = Option.Pick.step(Step.MONTH);
    private static final Option.Amount SMOOTH =
            new Option.Amount("smooth", "Smoothed over so many each side", 0, 52, 1);

    @Override
    public About about() {
        return new About(
                Theme.FAVOURITES,
                "interest",
                "Interest over time",
                "How your interest in one thing came and went: its plays, smoothed, and its share of all.",
                "About the item, container or creator that is asked for alone; where none is, about the one with"
                        + " the most"
                        + " plays of the range. The smoothed value is the mean of the step and of so many steps on each"
                        + " side, as far as there are any. The share is of all plays of the step, of the same kind and"
                        + " origin. Begins with the first step that has plays of it; plays known too coarsely for the"
                        + " step are left out.",
                List.of(SUBJECT, STEP, SMOOTH));
    }

    /** What it is about. */
    private record Of(Subject subject, int number) {
        static Of read(Asking asking) {
            Filter filter = asking.filter();
            if (filter.item() != 0) {
                return new Of(Subject.ITEM, filter.item());
            }
            if (filter.container() != 0) {
                return new Of(Subject.CONTAINER, filter.container());
            }
            if (filter.creator() != 0) {
                return new Of(Subject.CREATOR, filter.creator());
            }
            Subject subject = asking.subject(SUBJECT);
            Selection selection = asking.selection();
            return new Of(
                    subject,
                    Tally.of(selection, subject)
                            .ranking(Measure.PLAYS)
                            .places(number -> subject.name(selection.names, number), 0, 1)
                            .stream()
                            .findFirst()
                            .map(Ranking.Place::number)
                            .orElse(0));
        }
    }

    @Override
    public Answer answer(Asking asking) {
        Step step = asking.step(STEP);
        int smooth = asking.amount(SMOOTH);
        Of of = Of.read(asking);
        Selection whole =
                new Selection(asking.history(), asking.range(), asking.filter().with(of.subject(), 0));
        Selection own =
                new Selection(asking.history(), asking.range(), asking.filter().with(of.subject(), of.number()));
        Buckets steps = Buckets.of(whole, step);
        int begun = Steps.begun(steps, asking.today());
        int[] all = count(whole, steps);
        int[] plays = of.number() == 0 ? new int[begun] : Arrays.copyOf(count(own, steps), begun);
        int first = Math.max(Steps.firstShown(begun, 1), first(plays));
        Sheet.Maker rows = Sheet.of(
                "steps",
                "Step by step",
                "period",
                Steps.title(step),
                "plays",
                "plays",
                "smoothed",
                "smoothed",
                "share",
                "of all plays");
        long sum = 0;
        int peak = 0;
        for (int bucket = 0; bucket < begun; bucket++) {
            sum += plays[bucket];
            peak = plays[bucket] > plays[peak] ? bucket : peak;
            if (bucket >= first) {
                rows.row(
                        Cell.text(steps.label(bucket)),
                        Cell.count(plays[bucket]),
                        Cell.decimal(smoothed(plays, bucket, smooth)),
                        Cell.share(plays[bucket], all[bucket]));
            }
        }
        return new Answer(
                sum == 0 ? Say.NOTHING : sentence(own.names, of, steps, peak, plays),
                List.of(
                        new Answer.Figure("thing", "about", thing(own.names, of)),
                        new Answer.Figure("plays", "plays", Cell.count(sum)),
                        new Answer.Figure(
                                "peak", "most at once", sum == 0 ? Cell.NOTHING : Cell.text(steps.label(peak)))),
                List.of(rows.end(Picture.of(Picture.Shape.LINES, "period", "plays", "smoothed"))));
    }

    private static Cell thing(Names names, Of of) {
        return Cell.thing(names, of.subject(), of.subject().canonical(names, of.number()));
    }

    private static int[] count(Selection selection, Buckets steps) {
        int[] counts = new int[steps.size()];
        for (int i = selection.first; i < selection.end; i++) {
            int bucket = selection.has(i) ? steps.of(selection.history, i) : Buckets.NONE;
            if (bucket != Buckets.NONE) {
                counts[bucket]++;
            }
        }
        return counts;
    }

    private static int first(int[] plays) {
        int first = 0;
        while (first < plays.length && plays[first] == 0) {
            first++;
        }
        return first;
    }

    private static double smoothed(int[] plays, int at, int each) {
        int from = Math.max(0, at - each);
        int to = Math.min(plays.length - 1, at + each);
        long sum = 0;
        for (int i = from; i <= to; i++) {
            sum += plays[i];
        }
        return (double) sum / (to - from + 1);
    }

    private static String sentence(Names names, Of of, Buckets steps, int peak, int[] plays) {
        int number = of.subject().canonical(names, of.number());
        return "Your interest in " + Say.named(names, of.subject(), number) + " was greatest " + steps.when(peak)
                + ", with " + Say.count(plays[peak], "play", "plays") + ".";
    }
}
