package io.reprise.relay;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/** Deletes every row of a user from the tables of this room. */
final class ErasureTable {
    private ErasureTable() {}

    static void forget(Tx tx, UserId user) throws SQLException {
        tx.runForUser(
                user.value(),
                "delete from relay_outbox where user_id = ?",
                "delete from relay_post where user_id = ?",
                "delete from relay_target where user_id = ?");
    }
}
