package io.reprise.relay;

import io.reprise.account.Sealed;
import io.reprise.account.UserId;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user's standing order to tell one outside party of some matters. {@code party} is the word of its {@link Outlet},
 * {@code account} the user's name there (may be empty), {@code keys} the sealed {@link Keys}; {@code ready} says that
 * all keys are there. Times are epoch seconds (UTC). Immutable.
 */
public record Target(
        UserId user,
        int number,
        String party,
        String label,
        URI address,
        String account,
        @Nullable Sealed keys,
        Set<Matter> matters,
        boolean enabled,
        boolean ready,
        Standing standing,
        Read read,
        long createdAt,
        long updatedAt) {
    public Target {
        matters = Set.copyOf(matters);
    }

    /**
     * How it goes: why the party refuses us (null where it does not), the last error (null after a success), when it
     * was last told something and how often, before when it is not asked again, and when something is due.
     */
    public record Standing(
            @Nullable String refused,
            @Nullable String lastError,
            @Nullable Long lastSentAt,
            long sent,
            long notBefore,
            @Nullable Long dueAt) {
        static final Standing NEW = new Standing(null, null, null, 0, 0, null);
    }

    /** How far each book was read for it: the last scrobble, rating event and end of a job. */
    public record Read(long plays, long ratings, long jobs) {}

    /**
     * {@code off}, {@code unapproved}, {@code refused} by the party until a person mends it, {@code failing} or
     * {@code on}.
     */
    public String state() {
        if (!enabled) {
            return "off";
        }
        if (!ready) {
            return "unapproved";
        }
        return standing.refused() != null ? "refused" : standing.lastError() != null ? "failing" : "on";
    }

    /** Whether new rows are made for it. */
    boolean isTaking() {
        return enabled && ready;
    }

    /** Whether the party is asked. */
    boolean isSending() {
        return isTaking() && standing.refused() == null;
    }

    boolean wants(Matter matter) {
        return matters.contains(matter);
    }
}
