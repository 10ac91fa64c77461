package io.reprise.feed;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/** Forgets the links of a user. Thread-safe. */
public final class LinkErasure {
    private LinkErasure() {}

    /** Inside the caller's step, so that all rooms forget together. */
    public static void forget(Tx tx, UserId user) throws SQLException {
        ErasureTable.forget(tx, user);
    }
}
