package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/** Deletes every row of a user from the tables of this room. What authorities answered belongs to nobody. */
final class ErasureTable {
    private ErasureTable() {}

    static void forget(Tx tx, UserId user) throws SQLException {
        tx.runForUser(
                user.value(),
                "delete from resolve_head where user_id = ?",
                "delete from resolve_order where user_id = ?",
                "delete from resolution where user_id = ?",
                "delete from proposal where user_id = ?",
                "delete from credit_rule where user_id = ?");
    }
}
