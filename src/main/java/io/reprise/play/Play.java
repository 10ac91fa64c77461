package io.reprise.play;

import io.reprise.scrobble.Precision;
import org.jspecify.annotations.Nullable;

/**
 * One row of the reading: what the scrobble of this number amounts to. {@code at} is epoch seconds (UTC; local wall
 * time with day precision and coarser), {@link #UNDATED} where unknown; {@code day} the user's local day since
 * 1970-01-01, {@link #NO_DAY} where unknown; {@code item} and {@code container} are numbers of the catalog, as first
 * found, 0 for none; {@code seconds} the time spent where known; {@code partOf} the number of the play that stands for
 * this one.
 */
public record Play(
        long number,
        long at,
        int item,
        int container,
        @Nullable Integer seconds,
        int day,
        int origin,
        Precision precision,
        Reason reason,
        @Nullable Long partOf) {
    /** Sorts before every time. */
    public static final long UNDATED = -(1L << 46);

    public static final int NO_DAY = Integer.MIN_VALUE;

    Play judged(Reason newReason, @Nullable Long newPartOf, @Nullable Integer newSeconds) {
        return new Play(number, at, item, container, newSeconds, day, origin, precision, newReason, newPartOf);
    }

    public boolean isCounted() {
        return reason == Reason.COUNTED;
    }

    int secondsOrZero() {
        return seconds == null ? 0 : seconds;
    }
}
