package io.reprise.job;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ends of a user's jobs as a book: numbered from 1 without gaps, in the order in which they were stored, so that a
 * reader who remembers the last number misses none. Old jobs are forgotten, and then their numbers are passed over.
 * Stateless; thread-safe.
 */
public final class EndedJobs {
    private EndedJobs() {}

    /** A job that has ended, the number of its end, and what its kind said of it (see {@link JobKind#ending}). */
    public record Ended(long number, Job job, @Nullable String note) {}

    /** Those with a number greater than {@code after}, in order, at most {@code limit}. */
    public static List<Ended> after(Tx tx, UserId user, long after, int limit) {
        return EndedTable.after(tx, user, after, limit);
    }

    /** The last number given, 0 where no job has ended. */
    public static long last(Tx tx, UserId user) {
        return EndedTable.last(tx, user);
    }
}
