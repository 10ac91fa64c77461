package io.reprise.scrobble;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code quarantine}. */
final class QuarantineTable {
    private QuarantineTable() {}

    static int count(Tx tx, UserId user) throws SQLException {
        PreparedStatement select =
                tx.prepare("select count(*) from quarantine where user_id = ? and resolved_at is null");
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    static boolean has(Tx tx, UserId user, Quarantine.Row like) throws SQLException {
        PreparedStatement select = tx.prepare("""
                select 1 from quarantine where user_id = ? and place = ? and format = ? and bytes = ? limit 1""");
        select.setInt(1, user.value());
        select.setString(2, like.place());
        select.setString(3, like.format());
        select.setBytes(4, like.bytes());
        try (ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    static void insert(Tx tx, UserId user, long number, long receivedAt, Quarantine.Row row) throws SQLException {
        PreparedStatement insert = tx.prepare("""
                insert into quarantine (user_id, number, received_at, run, place, format, error, bytes)
                values (?, ?, ?, ?, ?, ?, ?, ?)""");
        insert.setInt(1, user.value());
        insert.setLong(2, number);
        insert.setLong(3, receivedAt);
        insert.setInt(4, row.run());
        insert.setString(5, row.place());
        insert.setString(6, row.format());
        insert.setString(7, row.error());
        insert.setBytes(8, row.bytes());
        insert.executeUpdate();
    }

    static List<Quarantine.Kept> latest(Tx tx, UserId user, int limit) throws SQLException {
        PreparedStatement select = tx.prepare("""
                select number, received_at, run, place, format, error, bytes from quarantine
                where user_id = ? and resolved_at is null order by number desc limit ?""");
        select.setInt(1, user.value());
        select.setInt(2, limit);
        return list(select);
    }

    static Optional<Quarantine.Kept> find(Tx tx, UserId user, long number) throws SQLException {
        PreparedStatement select = tx.prepare("""
                select number, received_at, run, place, format, error, bytes from quarantine
                where user_id = ? and number = ? and resolved_at is null""");
        select.setInt(1, user.value());
        select.setLong(2, number);
        return list(select).stream().findFirst();
    }

    static List<Quarantine.Kept> ofRun(Tx tx, UserId user, int run, long after, int limit) throws SQLException {
        PreparedStatement select = tx.prepare("""
                select number, received_at, run, place, format, error, bytes from quarantine
                where user_id = ? and number > ? and run = ? and resolved_at is null order by number limit ?""");
        select.setInt(1, user.value());
        select.setLong(2, after);
        select.setInt(3, run);
        select.setInt(4, limit);
        return list(select);
    }

    static List<Quarantine.Kept> ofFormat(Tx tx, UserId user, String format, int limit) throws SQLException {
        PreparedStatement select = tx.prepare("""
                select number, received_at, run, place, format, error, bytes from quarantine
                where user_id = ? and resolved_at is null and format = ? order by number desc limit ?""");
        select.setInt(1, user.value());
        select.setString(2, format);
        select.setInt(3, limit);
        return list(select);
    }

    static boolean resolve(Tx tx, UserId user, long number, long at) throws SQLException {
        PreparedStatement update = tx.prepare(
                "update quarantine set resolved_at = ? where user_id = ? and number = ? and resolved_at is null");
        update.setLong(1, at);
        update.setInt(2, user.value());
        update.setLong(3, number);
        return update.executeUpdate() == 1;
    }

    private static List<Quarantine.Kept> list(PreparedStatement select) throws SQLException {
        List<Quarantine.Kept> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(new Quarantine.Kept(
                        row.getLong(1),
                        row.getLong(2),
                        new Quarantine.Row(
                                row.getInt(3), row.getString(4), row.getString(5), row.getString(6), row.getBytes(7))));
            }
        }
        return rows;
    }
}
