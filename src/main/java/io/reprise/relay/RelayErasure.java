package io.reprise.relay;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/** Forgets the targets of a user and what waits for them. Thread-safe. */
public final class RelayErasure {
    private RelayErasure() {}

    /** Inside the caller's step, so that all rooms forget together. */
    public static void forget(Tx tx, UserId user) throws SQLException {
        ErasureTable.forget(tx, user);
    }
}
