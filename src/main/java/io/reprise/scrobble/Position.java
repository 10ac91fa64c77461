package io.reprise.scrobble;

import org.jspecify.annotations.Nullable;

/**
 * How far into the item: {@code at} of {@code total}, both in the same unit ({@code seconds}, {@code pages},
 * {@code percent}, {@code chapters}). For percent the total is 100.
 */
public record Position(double at, @Nullable Double total, String unit) {
    public Position {
        if (!Double.isFinite(at) || at < 0) {
            throw new IllegalArgumentException("a position is zero or more, not " + at);
        }
        if (total != null && (!Double.isFinite(total) || total <= 0)) {
            throw new IllegalArgumentException("a total is more than zero, not " + total);
        }
    }

    /** How much of the item lies behind, from 0 to 1; null where the total is not known. */
    public @Nullable Double fraction() {
        return total == null ? null : Math.min(1.0, at / total);
    }

    /** The position in seconds, or null where it was told in another unit. */
    public @Nullable Integer seconds() {
        return unit.equals("seconds") ? (int) Math.min(Integer.MAX_VALUE, Math.round(at)) : null;
    }
}
