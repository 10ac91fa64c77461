package io.reprise.job;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/**
 * Forgets the jobs of a user, which have to be at their end. Only when a person asks to be forgotten. Stateless;
 * thread-safe.
 */
public final class JobErasure {
    private JobErasure() {}

    /** Inside the caller's step, so that all rooms forget together. */
    public static void forget(Tx tx, UserId user) throws SQLException {
        ErasureTable.forget(tx, user);
    }
}
