package io.reprise.scrobble;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * {@code head} and {@code origin}: the last numbers given in each user's log. Numbers are given under the row's lock.
 */
final class HeadTable {
    private HeadTable() {}

    /** Locks the user's head (making it where it is missing) and returns the last scrobble number. */
    static long lock(Tx tx, UserId user) throws SQLException {
        PreparedStatement select = tx.prepare(
                "select scrobbles from head where user_id = ?" + tx.dialect().lock());
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            if (row.next()) {
                return row.getLong(1);
            }
        }
        PreparedStatement insert = tx.prepare("insert into head (user_id) values (?) on conflict (user_id) do nothing");
        insert.setInt(1, user.value());
        insert.executeUpdate();
        return lock(tx, user);
    }

    static void moveTo(Tx tx, UserId user, long scrobbles) throws SQLException {
        PreparedStatement update = tx.prepare("update head set scrobbles = ? where user_id = ?");
        update.setLong(1, scrobbles);
        update.setInt(2, user.value());
        update.executeUpdate();
    }

    static long scrobbles(Tx tx, UserId user) throws SQLException {
        PreparedStatement select = tx.prepare("select scrobbles from head where user_id = ?");
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** The next number of the quarantine; the head is locked by this. */
    static long nextQuarantined(Tx tx, UserId user) throws SQLException {
        lock(tx, user);
        return next(tx, user, "quarantined");
    }

    private static long next(Tx tx, UserId user, String column) throws SQLException {
        PreparedStatement update = tx.prepare("update head set " + column + " = " + column + " + 1 where user_id = ?");
        update.setInt(1, user.value());
        update.executeUpdate();
        PreparedStatement select = tx.prepare("select " + column + " from head where user_id = ?");
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The origin's number with this user, given now if it is new. */
    static int origin(Tx tx, UserId user, Origin origin) throws SQLException {
        PreparedStatement select = tx.prepare(
                "select number from origin where user_id = ? and protocol = ? and client = ? and account = ?");
        select.setInt(1, user.value());
        select.setString(2, origin.protocol());
        select.setString(3, origin.client());
        select.setString(4, origin.account());
        try (ResultSet row = select.executeQuery()) {
            if (row.next()) {
                return row.getInt(1);
            }
        }
        lock(tx, user);
        int number = Math.toIntExact(next(tx, user, "origins"));
        PreparedStatement insert =
                tx.prepare("insert into origin (user_id, number, protocol, client, account) values (?, ?, ?, ?, ?)");
        insert.setInt(1, user.value());
        insert.setInt(2, number);
        insert.setString(3, origin.protocol());
        insert.setString(4, origin.client());
        insert.setString(5, origin.account());
        insert.executeUpdate();
        return number;
    }
}
