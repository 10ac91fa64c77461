package io.reprise.inlet;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/** Forgets the inlets of a user. Thread-safe. */
public final class InletErasure {
    private InletErasure() {}

    /** Inside the caller's step, so that all rooms forget together. */
    public static void forget(Tx tx, UserId user) throws SQLException {
        ErasureTable.forget(tx, user);
    }
}
