package io.reprise.inlet;

import io.reprise.account.UserId;
import org.jspecify.annotations.Nullable;

/**
 * One secret address of a user that a party calls. {@code account} is the only account there whose calls are taken, all
 * are where it is null. Times are epoch seconds (UTC). Immutable; it holds no secret.
 */
public record Inlet(
        UserId user,
        int number,
        String party,
        String name,
        @Nullable String account,
        boolean enabled,
        boolean hasKey,
        Counts counts,
        @Nullable Last last,
        long createdAt) {
    /** How many calls came, how many reports of them were stored, left out on purpose, and not understood. */
    public record Counts(long calls, long stored, long leftOut, long refused) {}

    /** The last call: when, by which account there (empty where it names none), and what became of it. */
    public record Last(long at, String account, String outcome) {}

    /** Whether calls of this account there are taken; a call that names none is. */
    boolean takes(String caller) {
        return account == null || caller.isEmpty() || account.equalsIgnoreCase(caller.strip());
    }
}
