package io.reprise.playlist;

import io.reprise.media.Fold;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One thing that items are ordered by, as a number that settles most of it and, for texts, the texts. What is missing
 * comes last, whichever way the order goes.
 */
final class SortKey {
    private static final int CHARS = 4;

    private final @Nullable Column column;
    private final @Nullable IntFunction<List<String>> texts;
    private final boolean descending;

    private SortKey(@Nullable Column column, @Nullable IntFunction<List<String>> texts, boolean descending) {
        this.column = column;
        this.texts = texts;
        this.descending = descending;
    }

    static SortKey of(Definition.Key key, Values values, long seed) {
        Field field = key.field();
        if (field.measure() == Measure.RANDOM) {
            return new SortKey(item -> chance(seed, item), null, false);
        }
        if (field.type() == Measure.Type.WORDS) {
            return new SortKey(null, new Wording(values).texts(field), key.descending());
        }
        Column column = values.column(field);
        return new SortKey(
                field.hasDefault()
                        ? item -> {
                            double value = column.of(item);
                            return Double.isNaN(value) ? 0 : value;
                        }
                        : column,
                null,
                key.descending());
    }

    /** The same for the same seed, and even over all items (the mixing of SplitMix64). */
    private static double chance(long seed, int item) {
        long mixed = (seed ^ 0x9E3779B97F4A7C15L) * 0xD1342543DE82EF95L + item * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return (double) ((mixed ^ mixed >>> 31) >>> 11);
    }

    /** Lower comes first. */
    long rank(int item) {
        if (column == null) {
            String text = text(item);
            return text.isEmpty() ? Long.MAX_VALUE : turned(beginning(text));
        }
        double value = column.of(item);
        return Double.isNaN(value) ? Long.MAX_VALUE : turned(sortable(value));
    }

    /** The order of two items of the same rank. */
    int settle(int one, int other) {
        if (column != null) {
            return 0;
        }
        int order = text(one).compareTo(text(other));
        return descending ? -order : order;
    }

    private long turned(long rank) {
        return Math.min(Long.MAX_VALUE - 1, descending ? ~rank : rank);
    }

    private String text(int item) {
        List<String> told = texts == null ? List.of() : texts.apply(item);
        return told.isEmpty() ? "" : Fold.fold(told.getFirst());
    }

    /** Its first letters as one number, in the order in which texts compare. */
    private static long beginning(String text) {
        long packed = 0;
        for (int i = 0; i < CHARS; i++) {
            packed = packed << Character.SIZE | (i < text.length() ? text.charAt(i) : 0);
        }
        return packed ^ Long.MIN_VALUE;
    }

    /** The number that is ordered as a double is. */
    private static long sortable(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits ^ bits >> 63 & Long.MAX_VALUE;
    }
}
