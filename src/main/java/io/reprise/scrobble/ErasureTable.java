package io.reprise.scrobble;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/** Deletes every row of a user from the tables of this room. */
final class ErasureTable {
    private ErasureTable() {}

    static void forget(Tx tx, UserId user) throws SQLException {
        tx.runForUser(
                user.value(),
                "delete from scrobble where user_id = ?",
                "delete from payload_row where user_id = ?",
                "delete from payload_block where user_id = ?",
                "delete from quarantine where user_id = ?",
                "delete from origin where user_id = ?",
                "delete from head where user_id = ?");
    }
}
