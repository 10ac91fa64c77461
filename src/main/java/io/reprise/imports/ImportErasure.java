package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/** Forgets the import runs of a user. Thread-safe. */
public final class ImportErasure {
    private ImportErasure() {}

    /** Inside the caller's step, so that all rooms forget together. */
    public static void forget(Tx tx, UserId user) throws SQLException {
        PreviewTable.paths(tx, user).forEach(ImportJob::delete);
        ErasureTable.forget(tx, user);
    }
}
