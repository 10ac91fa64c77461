package io.reprise.report;

import io.reprise.history.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How far taste moves from step to step, and from where it began. */
final class Drift implements Report {
    private static final Option.Pick STEP = Option.Pick.step(Step.MONTH);
    private static final Option.Amount ROWS = Option.Amount.rows(30);
    private static final double SCALE = 1e9;

    @Override
    public About about() {
        return new About(
                Theme.DISCOVERY,
                "drift",
                "Taste drift",
                "How alike your taste is from step to step, and to where it began.",
                "Each step is the number of plays by creator; two steps are as alike as the cosine of the angle"
                        + " between them: 1 where the same creators have the same shares, 0 where no creator is in"
                        + " both. A step without plays is like nothing. Came and went: a creator's share of all plays"
                        + " in the second half of the steps less that in the first half, in points of a hundred; with"
                        + " an odd number of steps the middle one belongs to the second half.",
                List.of(STEP, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Selection selection = asking.selection();
        Step step = asking.step(STEP);
        Buckets steps = Buckets.of(selection, step);
        Buckets.Groups groups = steps.groups(selection);
        Walk walk = new Walk(Things.creators(asking.history()), groups);
        List<Tastes> tastes = tastes(selection.names, walk, steps.size());
        Sheet.Maker rows = Sheet.of(
                "steps",
                "Step by step",
                "period",
                Steps.title(step),
                "creators",
                "creators",
                "to_before",
                "like the one before",
                "to_first",
                "like the first");
        double sum = 0;
        int compared = 0;
        int most = -1;
        for (int bucket = 0; bucket < steps.size(); bucket++) {
            Tastes taste = tastes.get(bucket);
            if (taste.toBefore() >= 0) {
                sum += taste.toBefore();
                compared++;
                most = most < 0 || taste.toBefore() < tastes.get(most).toBefore() ? bucket : most;
            }
            if (bucket >= Steps.firstShown(steps)) {
                rows.row(
                        Cell.text(steps.label(bucket)),
                        Cell.count(taste.creators()),
                        alike(taste.toBefore()),
                        alike(taste.toFirst()));
            }
        }
        double last = tastes.isEmpty() ? Tastes.NOTHING : tastes.getLast().toFirst();
        return new Answer(
                most < 0 ? "There are no two steps to compare." : "You changed most " + steps.when(most) + ".",
                List.of(
                        new Answer.Figure(
                                "to_before",
                                "alike, step to step",
                                compared == 0 ? Cell.NOTHING : alike(sum / compared)),
                        new Answer.Figure("to_first", "the last step and the first", alike(last))),
                List.of(
                        rows.end(Picture.of(Picture.Shape.LINES, "period", "to_before", "to_first")),
                        changes(asking, walk, steps.size())));
    }

    private static Cell alike(double similarity) {
        return similarity < 0 ? Cell.NOTHING : new Cell.Share(similarity);
    }

    private record Walk(Things things, Buckets.Groups groups) {
        void add(Vector vector, int at) {
            vector.add(things, groups.indices()[at]);
        }
    }

    private record Tastes(int creators, double toBefore, double toFirst) {
        static final double NOTHING = -1;
    }

    /** The plays of a step by creator, and who has any. */
    private static final class Vector {
        final int[] plays;
        /** Who has any; the first {@link #size} entries. */
        private int[] creators = new int[64];

        int size;
        long square;

        Vector(Names names) {
            plays = new int[names.lastCreator() + 1];
        }

        void add(Things things, int play) {
            int places = things.places(play);
            for (int place = 0; place < places; place++) {
                int creator = things.number(play, place);
                if (creator != 0) {
                    if (plays[creator] == 0) {
                        creators = size == creators.length ? Arrays.copyOf(creators, 2 * size) : creators;
                        creators[size++] = creator;
                    }
                    square += 2L * plays[creator]++ + 1;
                }
            }
        }

        double cosine(Vector other) {
            long product = 0;
            for (int at = 0; at < size; at++) {
                product += (long) plays[creators[at]] * other.plays[creators[at]];
            }
            return square == 0 || other.square == 0
                    ? Tastes.NOTHING
                    : Math.min(1, product / (Math.sqrt(square) * Math.sqrt(other.square)));
        }

        void clear() {
            for (int at = 0; at < size; at++) {
                plays[creators[at]] = 0;
            }
            size = 0;
            square = 0;
        }
    }

    private static List<Tastes> tastes(Names names, Walk walk, int size) {
        List<Tastes> tastes = new ArrayList<>();
        Vector first = new Vector(names);
        Vector before = new Vector(names);
        Vector now = new Vector(names);
        for (int bucket = 0; bucket < size; bucket++) {
            boolean begins = first.square == 0;
            for (int at = walk.groups().begins()[bucket]; at < walk.groups().begins()[bucket + 1]; at++) {
                walk.add(now, at);
                if (begins) {
                    walk.add(first, at);
                }
            }
            tastes.add(new Tastes(now.size, now.cosine(before), now.cosine(first)));
            before.clear();
            Vector empty = before;
            before = now;
            now = empty;
        }
        return tastes;
    }

    /** Whose share of the plays rose or fell most. */
    private static Sheet changes(Asking asking, Walk walk, int size) {
        Names names = asking.history().names();
        Vector[] halves = {new Vector(names), new Vector(names)};
        int middle = walk.groups().begins()[size / 2];
        int end = walk.groups().begins()[size];
        for (int at = 0; at < end; at++) {
            walk.add(halves[at < middle ? 0 : 1], at);
        }
        double before = middle;
        double after = (double) end - middle;
        double[] points = new double[names.lastCreator() + 1];
        for (int creator = 1; creator < points.length && before > 0 && after > 0; creator++) {
            points[creator] = 100 * (halves[1].plays[creator] / after - halves[0].plays[creator] / before);
        }
        Sheet.Maker rows = Sheet.of(
                "changes",
                "Came and went",
                "creator",
                "creator",
                "points",
                "change in points",
                "before",
                "share in the first half",
                "after",
                "share in the second half");
        Ranking.of(points.length, creator -> Math.round(Math.abs(points[creator]) * SCALE))
                .places(names::creatorName, 0, asking.amount(ROWS))
                .forEach(place -> rows.row(
                        Cell.thing(names, Subject.CREATOR, place.number()),
                        Cell.decimal(points[place.number()]),
                        Cell.share(halves[0].plays[place.number()], before),
                        Cell.share(halves[1].plays[place.number()], after)));
        return rows.end();
    }
}
