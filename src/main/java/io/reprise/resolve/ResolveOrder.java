package io.reprise.resolve;

import io.reprise.account.UserId;
import java.time.Duration;

/**
 * A user's standing order to ask authorities on the network: every {@code everyDays} days (1 to
 * {@value #EVERY_DAYS_MAX}), and next at {@code nextDueAt} in epoch seconds (UTC). Days are of 24 hours. Immutable.
 */
public record ResolveOrder(UserId user, int everyDays, long nextDueAt) {
    public static final int EVERY_DAYS_MAX = 365;

    public ResolveOrder {
        if (everyDays < 1 || everyDays > EVERY_DAYS_MAX) {
            throw new IllegalArgumentException(
                    "every_days: expected 1 to " + EVERY_DAYS_MAX + " days, got " + everyDays);
        }
    }

    /** So often instead; what was due before then stays due. */
    ResolveOrder every(int days, long now) {
        return new ResolveOrder(user, days, Math.min(nextDueAt, after(days, now)));
    }

    /** When it is due after an asking that began now. */
    long dueAfter(long now) {
        return after(everyDays, now);
    }

    private static long after(int days, long now) {
        return now + Duration.ofDays(days).toSeconds();
    }
}
