package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/** Forgets what was asked for a user, and what waits for an answer. Thread-safe. */
public final class ResolveErasure {
    private ResolveErasure() {}

    /** Inside the caller's step, so that all rooms forget together. */
    public static void forget(Tx tx, UserId user) throws SQLException {
        ErasureTable.forget(tx, user);
    }
}
