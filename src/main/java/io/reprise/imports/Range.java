package io.reprise.imports;

import org.jspecify.annotations.Nullable;

/** From the earliest to the latest second told; null where none was. */
record Range(@Nullable Long first, @Nullable Long last) {
    static final Range NONE = new Range(null, null);

    Range and(@Nullable Long second) {
        return second == null ? this : and(new Range(second, second));
    }

    Range and(Range other) {
        if (first == null || last == null) {
            return other;
        }
        return other.first == null || other.last == null
                ? this
                : new Range(Math.min(first, other.first), Math.max(last, other.last));
    }
}
