package io.reprise.scrobble;

import io.reprise.account.UserId;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code payload_row} (live scrobbles, one each) and {@code payload_block} (up to 256 in a run of numbers). */
final class PayloadTable {
    private static final int PROBED_ROWS_MAX = 100;

    private PayloadTable() {}

    static MultiInsert insertRows(Tx tx) {
        return tx.insert("insert into payload_row (user_id, number, codec, bytes)", 4, "");
    }

    static void insertBlock(Tx tx, UserId user, long first, int n, Codec.Packed packed) throws SQLException {
        PreparedStatement insert =
                tx.prepare("insert into payload_block (user_id, first, n, codec, bytes) values (?, ?, ?, ?, ?)");
        insert.setInt(1, user.value());
        insert.setLong(2, first);
        insert.setInt(3, n);
        insert.setInt(4, packed.codec());
        insert.setBytes(5, packed.bytes());
        insert.executeUpdate();
    }

    static Optional<byte[]> find(Tx tx, UserId user, long number) throws SQLException {
        return Optional.ofNullable(between(tx, user, number, number).get(number));
    }

    /** The payloads of the numbers from {@code from} to {@code to}, both included. */
    static Map<Long, byte[]> between(Tx tx, UserId user, long from, long to) throws SQLException {
        Map<Long, byte[]> payloads = new TreeMap<>();
        PreparedStatement rows = tx.prepare(
                "select number, codec, bytes from payload_row where user_id = ? and number >= ? and number <= ?");
        rows.setInt(1, user.value());
        rows.setLong(2, from);
        rows.setLong(3, to);
        try (ResultSet row = rows.executeQuery()) {
            while (row.next()) {
                payloads.put(row.getLong(1), Codec.unpack(row.getInt(2), row.getBytes(3)));
            }
        }
        PreparedStatement blocks = tx.prepare("""
                select first, codec, bytes from payload_block
                where user_id = ? and first <= ? and first > ? and first + n > ? order by first
                """);
        blocks.setInt(1, user.value());
        blocks.setLong(2, to);
        blocks.setLong(3, from - PayloadBlock.PAYLOADS_MAX);
        blocks.setLong(4, from);
        try (ResultSet row = blocks.executeQuery()) {
            while (row.next()) {
                List<byte[]> unpacked = PayloadBlock.unpack(row.getInt(2), row.getBytes(3));
                for (int i = 0; i < unpacked.size(); i++) {
                    long number = row.getLong(1) + i;
                    if (number >= from && number <= to) {
                        payloads.put(number, unpacked.get(i));
                    }
                }
            }
        }
        return payloads;
    }

    /** The payloads of these numbers, wherever they lie; what is not there is left out. */
    static Map<Long, byte[]> numbered(Tx tx, UserId user, Collection<Long> numbers) throws SQLException {
        TreeSet<Long> missing = new TreeSet<>(numbers);
        Map<Long, byte[]> payloads = HashMap.newHashMap(missing.size());
        List<Long> all = List.copyOf(missing);
        for (int from = 0; from < all.size(); from += PROBED_ROWS_MAX) {
            payloads.putAll(rows(tx, user, all.subList(from, Math.min(all.size(), from + PROBED_ROWS_MAX))));
        }
        missing.removeAll(payloads.keySet());
        while (!missing.isEmpty()) {
            long first = missing.first();
            Map<Long, byte[]> near = between(tx, user, first, first + PayloadBlock.PAYLOADS_MAX - 1);
            List<Long> covered = List.copyOf(missing.headSet(first + PayloadBlock.PAYLOADS_MAX));
            for (Long number : covered) {
                byte[] payload = near.get(number);
                if (payload != null) {
                    payloads.put(number, payload);
                }
                missing.remove(number);
            }
        }
        return payloads;
    }

    private static Map<Long, byte[]> rows(Tx tx, UserId user, List<Long> numbers) throws SQLException {
        PreparedStatement select =
                tx.prepare("select number, codec, bytes from payload_row where user_id = ? and number in (?"
                        + ", ?".repeat(numbers.size() - 1) + ")");
        select.setInt(1, user.value());
        for (int i = 0; i < numbers.size(); i++) {
            select.setLong(i + 2, numbers.get(i));
        }
        Map<Long, byte[]> payloads = HashMap.newHashMap(numbers.size());
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                payloads.put(row.getLong(1), Codec.unpack(row.getInt(2), row.getBytes(3)));
            }
        }
        return payloads;
    }

    /** The first {@code limit} single rows of a user from {@code from} on: their numbers, in order. */
    static List<Long> singles(Tx tx, UserId user, long from, int limit) throws SQLException {
        PreparedStatement select =
                tx.prepare("select number from payload_row where user_id = ? and number >= ? order by number limit ?");
        select.setInt(1, user.value());
        select.setLong(2, from);
        select.setInt(3, limit);
        List<Long> numbers = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    /** The last {@code limit} single rows of a user: their numbers, greatest first. */
    static List<Long> latestSingles(Tx tx, UserId user, int limit) throws SQLException {
        PreparedStatement select =
                tx.prepare("select number from payload_row where user_id = ? order by number desc limit ?");
        select.setInt(1, user.value());
        select.setInt(2, limit);
        List<Long> numbers = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    static void deleteRows(Tx tx, UserId user, long from, long to) throws SQLException {
        PreparedStatement delete =
                tx.prepare("delete from payload_row where user_id = ? and number >= ? and number <= ?");
        delete.setInt(1, user.value());
        delete.setLong(2, from);
        delete.setLong(3, to);
        delete.executeUpdate();
    }
}
