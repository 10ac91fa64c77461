package io.reprise.digest;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/** Forgets the digests of a user. Thread-safe. */
public final class DigestErasure {
    private DigestErasure() {}

    /** Inside the caller's step, so that all rooms forget together. */
    public static void forget(Tx tx, UserId user) throws SQLException {
        ErasureTable.forget(tx, user);
    }
}
