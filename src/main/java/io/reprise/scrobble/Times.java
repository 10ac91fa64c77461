package io.reprise.scrobble;

import org.jspecify.annotations.Nullable;

/**
 * When it was, as told: start and end in epoch seconds (UTC), either of which may be missing, and how exact they are.
 * With {@link Precision#DAY} and coarser they hold the local wall time as if it were UTC (a day is its midnight). The
 * offset is minutes ahead of UTC where the source told one. Nothing told at all is {@link #NOW}: the moment of receipt
 * stands for it.
 */
public record Times(
        @Nullable Long start,
        @Nullable Long end,
        Precision precision,
        @Nullable Integer offsetMinutes) {
    /** The source told no time because it reports the moment. */
    public static final Times NOW = new Times(null, null, Precision.INSTANT, null);

    /**
     * The source told neither a time nor an id, and may be slow to call: the moment of receipt stands for the time, to
     * the minute. A scrobble with these times is provisional: a report of the same play with a better time outranks it.
     */
    public static final Times RECEIVED = new Times(null, null, Precision.MINUTE, null);

    /** The source says that it does not know. */
    public static final Times UNKNOWN = new Times(null, null, Precision.UNKNOWN, null);

    public Times {
        if (precision == Precision.UNKNOWN && (start != null || end != null)) {
            throw new IllegalArgumentException("a time of unknown precision has neither start nor end");
        }
        if (start != null && end != null && end < start) {
            throw new IllegalArgumentException(
                    "a play ends after it starts; start " + start + " and end " + end + " were told");
        }
        if (offsetMinutes != null && Math.abs(offsetMinutes) > 18 * 60) {
            throw new IllegalArgumentException(
                    "an offset from UTC is at most 18 hours, not " + offsetMinutes + " minutes");
        }
    }

    /** Started at this second. */
    public static Times started(long epochSecond) {
        return new Times(epochSecond, null, Precision.INSTANT, null);
    }

    /** Ended at this second. */
    public static Times ended(long epochSecond) {
        return new Times(null, epochSecond, Precision.INSTANT, null);
    }

    /** Whether the moment of receipt has to stand for the time. */
    public boolean isNow() {
        return precision != Precision.UNKNOWN && start == null && end == null;
    }
}
