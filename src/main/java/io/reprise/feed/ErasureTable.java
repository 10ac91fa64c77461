package io.reprise.feed;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/** Deletes every row of a user from the tables of this room. */
final class ErasureTable {
    private ErasureTable() {}

    static void forget(Tx tx, UserId user) throws SQLException {
        tx.runForUser(user.value(), "delete from feed_link where user_id = ?");
    }
}
