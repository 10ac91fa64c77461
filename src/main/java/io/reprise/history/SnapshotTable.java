package io.reprise.history;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * {@code history_snapshot}: the tokens of files of columns. One that stands here is the proof that its file was read
 * from this store, or from what this store was before: an older backup knows no newer token.
 */
final class SnapshotTable {
    /** The newest are kept: as many nodes, each with a folder of its own, have a file of one user. */
    private static final int TOKENS_MAX = 16;

    private SnapshotTable() {}

    static boolean holds(Tx tx, UserId user, UUID token) throws SQLException {
        PreparedStatement select = tx.prepare("select 1 from history_snapshot where user_id = ? and token = ?");
        select.setInt(1, user.value());
        select.setString(2, token.toString());
        try (ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    /** Takes a token down; answers whether it stands, which it does not where another node was quicker. */
    static boolean add(Tx tx, UserId user, UUID token) throws SQLException {
        long number = last(tx, user) + 1;
        PreparedStatement insert = tx.prepare("insert into history_snapshot (user_id, number, token) values (?, ?, ?)"
                + " on conflict (user_id, number) do nothing");
        insert.setInt(1, user.value());
        insert.setLong(2, number);
        insert.setString(3, token.toString());
        boolean stands = insert.executeUpdate() == 1;
        PreparedStatement delete = tx.prepare("delete from history_snapshot where user_id = ? and number <= ?");
        delete.setInt(1, user.value());
        delete.setLong(2, number - TOKENS_MAX);
        delete.executeUpdate();
        return stands;
    }

    private static long last(Tx tx, UserId user) throws SQLException {
        PreparedStatement select =
                tx.prepare("select coalesce(max(number), 0) from history_snapshot where user_id = ?");
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    static void forget(Tx tx, UserId user) throws SQLException {
        tx.runForUser(user.value(), "delete from history_snapshot where user_id = ?");
    }
}
