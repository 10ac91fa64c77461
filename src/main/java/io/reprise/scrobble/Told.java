package io.reprise.scrobble;

import io.reprise.media.Mention;
import org.jspecify.annotations.Nullable;

/**
 * A payload, read: what was done, with which item, when, how long (seconds actually spent, not the item's length) and
 * how far. {@code eventId} is the origin's own id of this report, where it has one.
 */
public record Told(
        Verb verb,
        Mention mention,
        Times times,
        @Nullable Integer activeSeconds,
        @Nullable Position position,
        @Nullable String eventId) {
    private static final int ACTIVE_SECONDS_MAX = 30 * 86_400;

    public Told {
        if (activeSeconds != null && (activeSeconds < 0 || activeSeconds > ACTIVE_SECONDS_MAX)) {
            throw new IllegalArgumentException(
                    "the seconds spent are 0 to " + ACTIVE_SECONDS_MAX + ", not " + activeSeconds);
        }
    }

    /** Whether it has neither a time nor an id of its own, so that a better report of the same play may come. */
    public boolean isProvisional() {
        return times.isNow() && eventId == null;
    }

    /** A whole play of which nothing but the item and the times are told. */
    public static Told played(Mention mention, Times times) {
        return new Told(Verb.PLAYED, mention, times, null, null, null);
    }
}
