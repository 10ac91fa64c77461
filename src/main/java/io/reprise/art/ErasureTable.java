package io.reprise.art;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/** Deletes every row of a user from the tables of this room. What sources have belongs to nobody. */
final class ErasureTable {
    private ErasureTable() {}

    static void forget(Tx tx, UserId user) throws SQLException {
        tx.runForUser(
                user.value(),
                "delete from art_shown where user_id = ?",
                "delete from art_upload where user_id = ?",
                "delete from art_head where user_id = ?");
    }
}
