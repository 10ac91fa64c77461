package io.reprise.scrobble;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an audit reads of {@code scrobble}, {@code payload_row} and {@code payload_block}: as it stands, unpacked by
 * nobody.
 */
final class LogAuditTable {
    private LogAuditTable() {}

    /** Stored payload bytes of {@code n} numbers from {@code first} on. */
    record Packed(long first, int n, int codec, byte[] bytes, boolean isBlock) {}

    /** The format's code by number. */
    static Map<Long, Integer> formats(Tx tx, UserId user, LogAudit.Stretch stretch) throws SQLException {
        PreparedStatement select = tx.prepare(
                "select number, format from scrobble where user_id = ? and number > ? and number <= ? order by number");
        bind(select, user, stretch);
        Map<Long, Integer> formats = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                formats.put(row.getLong(1), row.getInt(2));
            }
        }
        return formats;
    }

    static long greatest(Tx tx, UserId user) throws SQLException {
        PreparedStatement select = tx.prepare("select coalesce(max(number), 0) from scrobble where user_id = ?");
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    static List<Long> beyond(Tx tx, UserId user, long head, int limit) throws SQLException {
        PreparedStatement select =
                tx.prepare("select number from scrobble where user_id = ? and number > ? order by number limit ?");
        select.setInt(1, user.value());
        select.setLong(2, head);
        select.setInt(3, limit);
        List<Long> numbers = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    static List<Packed> payloads(Tx tx, UserId user, LogAudit.Stretch stretch) throws SQLException {
        List<Packed> payloads = new ArrayList<>();
        PreparedStatement rows = tx.prepare(
                "select number, codec, bytes from payload_row where user_id = ? and number > ? and number <= ?");
        bind(rows, user, stretch);
        try (ResultSet row = rows.executeQuery()) {
            while (row.next()) {
                payloads.add(new Packed(row.getLong(1), 1, row.getInt(2), row.getBytes(3), false));
            }
        }
        PreparedStatement blocks = tx.prepare("""
                select first, n, codec, bytes from payload_block
                where user_id = ? and first > ? and first <= ? and first + n > ?
                """);
        blocks.setInt(1, user.value());
        blocks.setLong(2, stretch.after() - PayloadBlock.PAYLOADS_MAX);
        blocks.setLong(3, stretch.upTo());
        blocks.setLong(4, stretch.after() + 1);
        try (ResultSet row = blocks.executeQuery()) {
            while (row.next()) {
                payloads.add(new Packed(row.getLong(1), row.getInt(2), row.getInt(3), row.getBytes(4), true));
            }
        }
        return payloads;
    }

    private static void bind(PreparedStatement select, UserId user, LogAudit.Stretch stretch) throws SQLException {
        select.setInt(1, user.value());
        select.setLong(2, stretch.after());
        select.setLong(3, stretch.upTo());
    }
}
