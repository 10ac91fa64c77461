package io.reprise.report;

import io.reprise.history.Names;
import java.util.List;

/** Who stood at number one, and for how long. */
final class NumberOnes implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final Option.Pick STEP = Option.Pick.step(Step.WEEK);
    private static final Option.Pick COUNT = Counting.each();
    private static final Option.Amount ROWS = Option.Amount.rows(25);
    /** Where more share the first place, it says nothing. */
    private static final int SHARING_MAX = 20;

    @Override
    public About about() {
        return new About(
                Theme.FAVOURITES,
                "number-ones",
                "Number ones",
                "What stood at number one, for how many weeks (or days, months, years), and without a break.",
                "At number one stands what has the most plays of the step (each), or up to its end (so-far); of equals"
                        + " each stands there, but where more than 20 are equal nothing does. A reign is a run of"
                        + " steps without a gap; a step without any play has no"
                        + " number one when each step counts alone. Plays known too coarsely for the step are left"
                        + " out.",
                List.of(SUBJECT, STEP, COUNT, ROWS));
    }

    /** By number: steps at number one, the first and the last, the run that goes on, and the longest with its end. */
    private static final class Reigns {
        final int[] steps;
        final int[] first;
        final int[] last;
        final int[] run;
        final int[] longest;
        final int[] longestEnd;

        Reigns(int size) {
            steps = new int[size];
            first = new int[size];
            last = new int[size];
            run = new int[size];
            longest = new int[size];
            longestEnd = new int[size];
        }

        void at(int number, int bucket) {
            boolean goesOn = steps[number] > 0 && last[number] == bucket - 1;
            first[number] = steps[number] == 0 ? bucket : first[number];
            run[number] = goesOn ? run[number] + 1 : 1;
            steps[number]++;
            last[number] = bucket;
            if (run[number] > longest[number]) {
                longest[number] = run[number];
                longestEnd[number] = bucket;
            }
        }

        String longest(Buckets buckets, int number) {
            String from = buckets.label(longestEnd[number] - longest[number] + 1);
            return longest[number] == 1 ? from : from + " to " + buckets.label(longestEnd[number]);
        }

        /** The same by its days, for a sentence. */
        String reign(Buckets buckets, int number) {
            int end = longestEnd[number];
            return Say.date(buckets.from(end - longest[number] + 1)) + " to " + Say.date(buckets.to(end));
        }
    }

    @Override
    public Answer answer(Asking asking) {
        Subject subject = asking.subject(SUBJECT);
        Step step = asking.step(STEP);
        Selection selection = asking.selection();
        Names names = selection.names;
        Buckets steps = Buckets.of(selection, step);
        Reigns found = reigns(asking, steps);
        String unit = Steps.title(step);
        Sheet.Maker things = Sheet.of(
                "things",
                "Most " + unit + "s at number one",
                "thing",
                "what",
                "steps",
                unit + "s",
                "first",
                "first",
                "last",
                "last",
                "longest",
                "most in a row",
                "reign",
                "the longest reign");
        Ranking ranking = Ranking.of(found.steps.length, number -> found.steps[number]);
        ranking.places(number -> subject.name(names, number), 0, asking.amount(ROWS))
                .forEach(place -> {
                    int number = place.number();
                    things.row(
                            Cell.thing(names, subject, number),
                            Cell.count(found.steps[number]),
                            Cell.text(steps.label(found.first[number])),
                            Cell.text(steps.label(found.last[number])),
                            Cell.count(found.longest[number]),
                            Cell.text(found.longest(steps, number)));
                });
        int longest = Ranking.of(found.longest.length, number -> found.longest[number])
                .places(number -> subject.name(names, number), 0, 1)
                .stream()
                .findFirst()
                .map(Ranking.Place::number)
                .orElse(0);
        return new Answer(
                longest == 0
                        ? "Nothing stood at number one."
                        : Say.named(names, subject, longest) + " reigned longest: "
                                + Say.count(found.longest[longest], unit, unit + "s") + " in a row, from "
                                + found.reign(steps, longest) + ".",
                List.of(
                        new Answer.Figure("things", "were number one", Cell.count(ranking.size())),
                        new Answer.Figure(
                                "longest", unit + "s, the longest reign", Cell.count(found.longest[longest]))),
                List.of(things.end(Picture.of(Picture.Shape.LYING, "thing", "steps"))));
    }

    private static Reigns reigns(Asking asking, Buckets steps) {
        Subject subject = asking.subject(SUBJECT);
        boolean isEach = Counting.isEach(asking.pick(COUNT));
        Selection selection = asking.selection();
        Buckets.Groups groups = steps.groups(selection);
        Places places = new Places(subject.last(selection.names));
        Played reader = new Played(selection.history, subject);
        Reigns found = new Reigns(subject.last(selection.names) + 1);
        int begun = Steps.begun(steps, asking.today());
        for (int bucket = 0; bucket < begun; bucket++) {
            if (isEach) {
                places.clear();
            }
            places.add(groups, bucket, reader);
            for (int i = 0; i < places.leaders() && places.leaders() <= SHARING_MAX; i++) {
                found.at(places.leader(i), bucket);
            }
        }
        return found;
    }
}
