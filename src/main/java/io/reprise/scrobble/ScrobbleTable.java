package io.reprise.scrobble;

import io.reprise.account.UserId;
import io.reprise.store.MultiInsert;
import io.reprise.store.Sought;
import io.reprise.store.Tx;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** {@code scrobble}: rows are added and read, never changed. */
final class ScrobbleTable {
    static final String COLUMNS =
            "user_id, number, at, ended, received_at, run, origin, format, verb, \"precision\", zone";
    private static final String INSERT = "insert into scrobble"
            + " (user_id, number, key, at, ended, received_at, run, origin, format, verb, \"precision\", zone)";
    private static final int INSERT_COLUMNS = 12;
    private static final int PROBED_KEYS_MAX = 100;

    private ScrobbleTable() {}

    static MultiInsert insert(Tx tx) {
        return tx.insert(INSERT, INSERT_COLUMNS, "");
    }

    static void row(MultiInsert insert, Scrobble scrobble, byte[] key) throws SQLException {
        insert.row(
                scrobble.user().value(),
                scrobble.number(),
                key,
                scrobble.at(),
                scrobble.ended(),
                scrobble.receivedAt(),
                scrobble.run(),
                scrobble.origin(),
                scrobble.format(),
                scrobble.verb().code(),
                scrobble.precision().code(),
                scrobble.offsetMinutes());
    }

    /** The number under which this key is stored already. */
    static OptionalLong find(Tx tx, Place place, byte[] key) throws SQLException {
        PreparedStatement select =
                tx.prepare("select number from scrobble where user_id = ? and origin = ? and key = ?");
        select.setInt(1, place.user().value());
        select.setInt(2, place.origin());
        select.setBytes(3, key);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    /** The same report without a time of its own, received since {@code from}: a redelivery. */
    static OptionalLong findAgain(Tx tx, Place place, Keyed keyed, long from) throws SQLException {
        PreparedStatement select = tx.prepare("select number from scrobble where user_id = ? and origin = ?"
                + " and key >= ? and key <= ? and substr(key, " + (Keyed.TIME_BYTES + 1) + ") = ? limit 1");
        select.setInt(1, place.user().value());
        select.setInt(2, place.origin());
        select.setBytes(3, Keyed.lowest(from));
        select.setBytes(4, keyed.key());
        select.setBytes(5, keyed.tail());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    /**
     * Which of these keys are stored already. Keys of one time and its neighbourhood lie side by side, so one range
     * scan answers for a whole batch; where that range holds much else, each key is asked for.
     */
    static Set<ByteBuffer> known(Tx tx, UserId user, int origin, Collection<byte[]> keys) throws SQLException {
        if (keys.isEmpty()) {
            return Set.of();
        }
        List<ByteBuffer> sorted = keys.stream()
                .map(ByteBuffer::wrap)
                .sorted((a, b) -> Arrays.compareUnsigned(a.array(), b.array()))
                .toList();
        int limit = 2 * sorted.size() + PROBED_KEYS_MAX;
        Set<ByteBuffer> known = HashSet.newHashSet(sorted.size());
        PreparedStatement range = tx.prepare(
                "select key from scrobble where user_id = ? and origin = ? and key >= ? and key <= ? limit ?");
        range.setInt(1, user.value());
        range.setInt(2, origin);
        range.setBytes(3, sorted.getFirst().array());
        range.setBytes(4, sorted.getLast().array());
        range.setInt(5, limit);
        int seen = collect(range, known);
        if (seen < limit) {
            return known;
        }
        known.clear();
        for (int from = 0; from < sorted.size(); from += PROBED_KEYS_MAX) {
            probe(tx, user, origin, sorted.subList(from, Math.min(sorted.size(), from + PROBED_KEYS_MAX)), known);
        }
        return known;
    }

    private static void probe(Tx tx, UserId user, int origin, List<ByteBuffer> keys, Set<ByteBuffer> known)
            throws SQLException {
        PreparedStatement select = tx.prepare(Sought.of(keys.size())
                + " select s.key from sought cross join scrobble s where s.user_id = ? and s.origin = ?"
                + " and s.key = sought.value");
        for (int i = 0; i < keys.size(); i++) {
            select.setBytes(i + 1, keys.get(i).array());
        }
        select.setInt(keys.size() + 1, user.value());
        select.setInt(keys.size() + 2, origin);
        collect(select, known);
    }

    private static int collect(PreparedStatement select, Set<ByteBuffer> known) throws SQLException {
        int seen = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                known.add(ByteBuffer.wrap(row.getBytes(1)));
                seen++;
            }
        }
        return seen;
    }

    /** The scrobbles with a number greater than {@code after}, in order, at most {@code limit} of them. */
    static List<Scrobble> after(Tx tx, UserId user, long after, int limit) throws SQLException {
        PreparedStatement select = tx.prepare(
                "select " + COLUMNS + " from scrobble where user_id = ? and number > ? order by number limit ?");
        select.setInt(1, user.value());
        select.setLong(2, after);
        select.setInt(3, limit);
        List<Scrobble> scrobbles = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                scrobbles.add(read(row));
            }
        }
        return scrobbles;
    }

    /** What an import run brought of a part of the log, in order. */
    static List<Scrobble> ofRun(Tx tx, UserId user, int run, ScrobbleLog.Part part) throws SQLException {
        PreparedStatement select = tx.prepare("select " + COLUMNS
                + " from scrobble where user_id = ? and number > ? and number <= ? and run = ?"
                + " order by number limit ?");
        select.setInt(1, user.value());
        select.setLong(2, part.after());
        select.setLong(3, part.upTo());
        select.setInt(4, run);
        select.setInt(5, part.limit());
        List<Scrobble> scrobbles = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                scrobbles.add(read(row));
            }
        }
        return scrobbles;
    }

    /** The scrobbles with these numbers, by number. */
    static Map<Long, Scrobble> numbered(Tx tx, UserId user, Collection<Long> numbers) throws SQLException {
        Map<Long, Scrobble> found = HashMap.newHashMap(numbers.size());
        List<Long> all = numbers.stream().sorted().toList();
        for (int from = 0; from < all.size(); from += PROBED_KEYS_MAX) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + PROBED_KEYS_MAX));
            PreparedStatement select = tx.prepare("select " + COLUMNS
                    + " from scrobble where user_id = ? and number in (?" + ", ?".repeat(some.size() - 1) + ")");
            select.setInt(1, user.value());
            for (int i = 0; i < some.size(); i++) {
                select.setLong(i + 2, some.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Scrobble scrobble = read(row);
                    found.put(scrobble.number(), scrobble);
                }
            }
        }
        return found;
    }

    private static Scrobble read(ResultSet row) throws SQLException {
        Long at = row.getObject(3) == null ? null : (Long) row.getLong(3);
        Long ended = row.getObject(4) == null ? null : (Long) row.getLong(4);
        Integer zone = row.getObject(11) == null ? null : (Integer) row.getInt(11);
        return new Scrobble(
                new UserId(row.getInt(1)),
                row.getLong(2),
                at,
                ended,
                row.getLong(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                Verb.ofCode(row.getInt(9)),
                Precision.ofCode(row.getInt(10)),
                zone);
    }
}
