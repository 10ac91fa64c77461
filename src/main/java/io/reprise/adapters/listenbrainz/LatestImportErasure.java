package io.reprise.adapters.listenbrainz;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/** Forgets up to when programs imported for a user. Thread-safe. */
public final class LatestImportErasure {
    private LatestImportErasure() {}

    /** Inside the caller's step, so that all rooms forget together. */
    public static void forget(Tx tx, UserId user) throws SQLException {
        ErasureTable.forget(tx, user);
    }
}
