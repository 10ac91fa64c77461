package io.reprise.inlet;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Deletes every row of a user from the tables of this room. */
final class ErasureTable {
    private static final List<String> STATEMENTS =
            List.of("delete from inlet where user_id = ?", "delete from inlet_note where user_id = ?");

    private ErasureTable() {}

    static void forget(Tx tx, UserId user) throws SQLException {
        for (String statement : STATEMENTS) {
            PreparedStatement delete = tx.prepare(statement);
            delete.setInt(1, user.value());
            delete.executeUpdate();
        }
    }
}
