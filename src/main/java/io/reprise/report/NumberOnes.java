package io.reprise.report;

import io.reprise.history.Names;
import io.reprise.media.Fold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who stood at number one, and for how long. */
final class NumberOnes implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final Option.Pick STEP = Option.Pick.step(Step.WEEK);
    private static final Option.Pick COUNT = Counting.each();
    private static final Option.Amount ROWS = Option.Amount.rows(25);

    @Override
    public About about() {
        return new About(
                Theme.FAVOURITES,
                "number-ones",
                "Number ones",
                "What stood at number one, for how many weeks (or days, months, years), and without a break.",
                "At number one stands what has the most plays of the step (each), or up to its end (so-far); of equals"
                        + " each stands there. A reign is a run of steps without a gap; a step without any play has no"
                        + " number one when each step counts alone. Plays known too coarsely for the step are left out.",
                List.of(SUBJECT, STEP, COUNT, ROWS));
    }

    /** Steps in a row at number one, by their places. */
    private record Reign(int number, int first, int last) {
        int steps() {
            return last - first + 1;
        }
    }

    /** One thing's steps at number one. */
    private static final class Reigns {
        final List<Reign> all = new ArrayList<>();
        int steps;

        void at(int number, int bucket) {
            steps++;
            boolean goesOn = !all.isEmpty() && all.getLast().last() == bucket - 1;
            int first = goesOn ? all.removeLast().first() : bucket;
            all.add(new Reign(number, first, bucket));
        }

        int longest() {
            return all.stream().mapToInt(Reign::steps).max().orElse(0);
        }
    }

    @Override
    public Answer answer(Asking asking) {
        Subject subject = asking.subject(SUBJECT);
        Step step = asking.step(STEP);
        Selection selection = asking.selection();
        Names names = selection.names;
        Buckets steps = Buckets.of(selection, step);
        Map<Integer, Reigns> found = reigns(asking, steps);
        String unit = Steps.title(step);
        int limit = asking.amount(ROWS);
        Sheet.Maker things = Sheet.of(
                "things",
                "Most " + unit + "s at number one",
                "thing",
                "what",
                "steps",
                unit + "s",
                "longest",
                "most in a row",
                "first",
                "first",
                "last",
                "last");
        Ranking.of(subject.last(names) + 1, number -> found.containsKey(number) ? found.get(number).steps : 0)
                .places(number -> subject.name(names, number), 0, limit)
                .forEach(place -> {
                    Reigns own = found.get(place.number());
                    things.row(
                            Cell.thing(names, subject, place.number()),
                            Cell.count(own.steps),
                            Cell.count(own.longest()),
                            Cell.text(steps.label(own.all.getFirst().first())),
                            Cell.text(steps.label(own.all.getLast().last())));
                });
        List<Reign> longest = found.values().stream()
                .flatMap(own -> own.all.stream())
                .sorted(Comparator.comparingInt((Reign reign) -> -reign.steps())
                        .thenComparingInt(Reign::first)
                        .thenComparing(reign -> Fold.fold(subject.name(names, reign.number()))))
                .limit(limit)
                .toList();
        Sheet.Maker reigns = Sheet.of(
                "reigns", "Longest reigns", "thing", "what", "steps", unit + "s in a row", "from", "from", "to", "to");
        longest.forEach(reign -> reigns.row(
                Cell.thing(names, subject, reign.number()),
                Cell.count(reign.steps()),
                Cell.text(steps.label(reign.first())),
                Cell.text(steps.label(reign.last()))));
        return new Answer(
                longest.isEmpty() ? Say.NOTHING : sentence(longest.getFirst(), steps, unit, names, subject),
                List.of(
                        new Answer.Figure("things", "were number one", Cell.count(found.size())),
                        new Answer.Figure(
                                "longest",
                                unit + "s, the longest reign",
                                Cell.count(
                                        longest.isEmpty()
                                                ? 0
                                                : longest.getFirst().steps()))),
                List.of(things.end(Picture.of(Picture.Shape.LYING, "thing", "steps")), reigns.end()));
    }

    private static Map<Integer, Reigns> reigns(Asking asking, Buckets steps) {
        Subject subject = asking.subject(SUBJECT);
        boolean isEach = Counting.isEach(asking.pick(COUNT));
        Selection selection = asking.selection();
        Buckets.Groups groups = steps.groups(selection);
        Places places = new Places(subject.last(selection.names));
        Played reader = new Played(selection.history, subject);
        Map<Integer, Reigns> found = new TreeMap<>();
        for (int bucket = 0; bucket < Steps.begun(steps, asking.today()); bucket++) {
            if (isEach) {
                places.clear();
            }
            places.add(groups, bucket, reader);
            for (int i = 0; i < places.leaders(); i++) {
                int number = places.leader(i);
                found.computeIfAbsent(number, any -> new Reigns()).at(number, bucket);
            }
        }
        return found;
    }

    private static String sentence(Reign longest, Buckets steps, String unit, Names names, Subject subject) {
        String found = Say.named(names, subject, longest.number()) + " reigned longest: "
                + Say.count(longest.steps(), unit, unit + "s") + " in a row, ";
        return longest.steps() == 1
                ? found + steps.label(longest.first()) + "."
                : found + "from " + steps.label(longest.first()) + " to " + steps.label(longest.last()) + ".";
    }
}
