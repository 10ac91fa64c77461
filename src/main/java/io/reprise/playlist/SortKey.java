package io.reprise.playlist;

import io.reprise.history.Names;
import io.reprise.history.Titles;
import io.reprise.media.Fold;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * One thing that items are ordered by, as a number that settles most of it and, for texts, the texts. What is missing
 * comes last, whichever way the order goes.
 */
interface SortKey {
    /** The rank of what is missing. */
    long MISSING = Long.MAX_VALUE;

    /** Lower comes first. */
    long rank(int item);

    /** The order of two items of the same rank. */
    default int settle(int one, int other) {
        return 0;
    }

    static SortKey of(Definition.Key key, Values values, long seed) {
        Field field = key.field();
        Names names = values.sight().names();
        boolean descending = key.descending();
        return switch (field.measure()) {
            case RANDOM -> item -> turned(sortable(chance(seed, item)), false);
            case TITLE -> new ByTitle(names.foldedTitles(), descending);
            case CREATOR ->
                ofFew(values.key(Scope.CREATOR), TextPlaces.of(names.lastCreator(), names::creatorName), descending);
            case CONTAINER ->
                ofFew(
                        values.key(field.scope()),
                        TextPlaces.of(names.lastContainer(), names::containerTitle),
                        descending);
            case CONTAINER_CREDIT ->
                ofFew(
                        values.key(field.scope()),
                        TextPlaces.of(names.lastContainer(), names::containerCredit),
                        descending);
            default ->
                field.type() == Measure.Type.WORDS
                        ? new ByText(new Wording(values).texts(field), descending)
                        : ofAmount(values.column(field), field.hasDefault() ? 0 : Column.MISSING, descending);
        };
    }

    private static SortKey ofAmount(Column column, double otherwise, boolean descending) {
        return item -> {
            double told = column.of(item);
            double value = Double.isNaN(told) ? otherwise : told;
            return Double.isNaN(value) ? MISSING : turned(sortable(value), descending);
        };
    }

    /** By the text of what stands for many items, of which the places among each other are known. */
    private static SortKey ofFew(IntUnaryOperator key, TextPlaces places, boolean descending) {
        return item -> {
            int place = places.of(key.applyAsInt(item));
            return place == TextPlaces.NONE ? MISSING : turned(place, descending);
        };
    }

    private static long turned(long rank, boolean descending) {
        return Math.min(MISSING - 1, descending ? ~rank : rank);
    }

    /** The same for the same seed, and even over all items (the mixing of SplitMix64). */
    private static double chance(long seed, int item) {
        long mixed = (seed ^ 0x9E3779B97F4A7C15L) * 0xD1342543DE82EF95L + item * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return (double) ((mixed ^ mixed >>> 31) >>> 11);
    }

    /** The number that is ordered as a double is. */
    private static long sortable(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits ^ bits >> 63 & Long.MAX_VALUE;
    }

    /** By titles: their beginnings settle most of it. */
    record ByTitle(Titles titles, boolean descending) implements SortKey {
        @Override
        public long rank(int item) {
            long beginning = titles.beginning(item);
            return beginning == Titles.NO_BEGINNING ? MISSING : turned(beginning, descending);
        }

        @Override
        public int settle(int one, int other) {
            int order = titles.text(one).compareTo(titles.text(other));
            return descending ? -order : order;
        }
    }

    /** By texts of which each item has its own. */
    record ByText(IntFunction<List<String>> texts, boolean descending) implements SortKey {
        private static final int CHARS = 4;

        @Override
        public long rank(int item) {
            String text = text(item);
            long beginning = 0;
            for (int i = 0; i < CHARS; i++) {
                beginning = beginning << Character.SIZE | (i < text.length() ? text.charAt(i) : 0);
            }
            return text.isEmpty() ? MISSING : turned(beginning ^ Long.MIN_VALUE, descending);
        }

        @Override
        public int settle(int one, int other) {
            int order = text(one).compareTo(text(other));
            return descending ? -order : order;
        }

        private String text(int item) {
            List<String> told = texts.apply(item);
            return told.isEmpty() ? "" : Fold.fold(told.getFirst());
        }
    }
}
