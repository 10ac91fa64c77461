package io.reprise.account;

import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Deletes every row of a user from the tables of this room. */
final class ErasureTable {
    private ErasureTable() {}

    static void forget(Tx tx, UserId user) throws SQLException {
        tx.runForUser(
                user.value(),
                "delete from account where user_id = ?",
                "delete from token where user_id = ?",
                "delete from session where user_id = ?",
                "delete from approval where user_id = ?",
                "delete from zone_period where user_id = ?");
    }

    /** The number is given to nobody else: what somebody remembers of it must not become another person's. */
    static void retire(Tx tx, UserId user) throws SQLException {
        PreparedStatement insert = tx.prepare("insert into retired_account (number) values (?)");
        insert.setInt(1, user.value());
        insert.executeUpdate();
    }
}
