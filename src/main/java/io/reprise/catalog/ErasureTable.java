package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/** Deletes every row of a user from the tables of this room. */
final class ErasureTable {
    private ErasureTable() {}

    static void forget(Tx tx, UserId user) throws SQLException {
        tx.runForUser(
                user.value(),
                "delete from decision where user_id = ?",
                "delete from identity where user_id = ?",
                "delete from link where user_id = ?",
                "delete from decided_credit where user_id = ?",
                "delete from creator_part where user_id = ?",
                "delete from item where user_id = ?",
                "delete from episode where user_id = ?",
                "delete from creator where user_id = ?",
                "delete from container where user_id = ?",
                "delete from credit where user_id = ?",
                "delete from external_id where user_id = ?",
                "delete from fact where user_id = ?",
                "delete from episode_list where user_id = ?",
                "delete from catalog_head where user_id = ?");
    }
}
