package io.reprise.adapters.listenbrainz;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/** Forgets what this protocol remembers of a user: up to when programs imported, and pins. Thread-safe. */
public final class ListenBrainzErasure {
    private ListenBrainzErasure() {}

    /** Inside the caller's step, so that all rooms forget together. */
    public static void forget(Tx tx, UserId user) throws SQLException {
        ErasureTable.forget(tx, user);
    }
}
