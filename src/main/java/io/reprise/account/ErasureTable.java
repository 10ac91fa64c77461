package io.reprise.account;

import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Deletes every row of a user from the tables of this room. */
final class ErasureTable {
    private static final List<String> STATEMENTS = List.of(
            "delete from account where user_id = ?",
            "delete from token where user_id = ?",
            "delete from session where user_id = ?",
            "delete from approval where user_id = ?",
            "delete from zone_period where user_id = ?");

    private ErasureTable() {}

    static void forget(Tx tx, UserId user) throws SQLException {
        for (String statement : STATEMENTS) {
            PreparedStatement delete = tx.prepare(statement);
            delete.setInt(1, user.value());
            delete.executeUpdate();
        }
    }

    /** The number is given to nobody else: what somebody remembers of it must not become another person's. */
    static void retire(Tx tx, UserId user) throws SQLException {
        PreparedStatement insert = tx.prepare("insert into retired_account (number) values (?)");
        insert.setInt(1, user.value());
        insert.executeUpdate();
    }
}
