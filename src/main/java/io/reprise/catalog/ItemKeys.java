package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.store.Sought;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds items by their keys and by outside ids, and both of items, for those that name them to other programs. An item
 * is what was first found, before any merge. Stateless; thread-safe.
 */
public final class ItemKeys {
    private static final int SOUGHT_MAX = 100;
    private static final int OF_ONE_ID_MAX = 100;

    private ItemKeys() {}

    /** The keys of these items; a number that is none is left out. */
    public static Map<Integer, Long> keys(Tx tx, UserId user, Collection<Integer> items) throws SQLException {
        Map<Integer, Long> keys = new HashMap<>();
        String text =
                "select t.number, t.key from sought cross join item t where t.user_id = ? and t.number = sought.value";
        for (List<Integer> some : parts(items)) {
            PreparedStatement select = tx.prepare(Sought.of(some.size()) + " " + text);
            for (int i = 0; i < some.size(); i++) {
                select.setInt(i + 1, some.get(i));
            }
            select.setInt(some.size() + 1, user.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.put(row.getInt(1), row.getLong(2));
                }
            }
        }
        return keys;
    }

    /** The items of these keys; a key that no item has is left out. */
    public static Map<Long, Integer> items(Tx tx, UserId user, Collection<Long> keys) throws SQLException {
        Map<Long, Integer> items = new HashMap<>();
        String text =
                "select t.key, t.number from sought cross join item t where t.user_id = ? and t.key = sought.value";
        for (List<Long> some : parts(keys)) {
            PreparedStatement select = tx.prepare(Sought.of(some.size()) + " " + text);
            for (int i = 0; i < some.size(); i++) {
                select.setLong(i + 1, some.get(i));
            }
            select.setInt(some.size() + 1, user.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    items.put(row.getLong(1), row.getInt(2));
                }
            }
        }
        return items;
    }

    /** One outside id of this scheme for each of these items that has any: the least of its values. */
    public static Map<Integer, String> ids(Tx tx, UserId user, String scheme, Collection<Integer> items)
            throws SQLException {
        Map<Integer, String> ids = new HashMap<>();
        String text = "select t.item, t.value from sought cross join external_id t"
                + " where t.user_id = ? and t.scheme = ? and t.item = sought.value";
        for (List<Integer> some : parts(items)) {
            PreparedStatement select = tx.prepare(Sought.of(some.size()) + " " + text);
            for (int i = 0; i < some.size(); i++) {
                select.setInt(i + 1, some.get(i));
            }
            select.setInt(some.size() + 1, user.value());
            select.setString(some.size() + 2, scheme);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.merge(row.getInt(1), row.getString(2), (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
            }
        }
        return ids;
    }

    /** Takes an outside id of an item. */
    @FunctionalInterface
    public interface IdSink {
        void id(int item, String scheme, String value);
    }

    /** All outside ids that were told of these items. */
    public static void ids(Tx tx, UserId user, Collection<Integer> items, IdSink sink) throws SQLException {
        String text = "select t.item, t.scheme, t.value from sought cross join external_id t"
                + " where t.user_id = ? and t.item = sought.value";
        for (List<Integer> some : parts(items)) {
            PreparedStatement select = tx.prepare(Sought.of(some.size()) + " " + text);
            for (int i = 0; i < some.size(); i++) {
                select.setInt(i + 1, some.get(i));
            }
            select.setInt(some.size() + 1, user.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sink.id(row.getInt(1), row.getString(2), row.getString(3));
                }
            }
        }
    }

    /** The items of which this MusicBrainz recording was told, at most {@value #OF_ONE_ID_MAX}, lowest first. */
    public static List<Integer> withRecording(Tx tx, UserId user, String mbid) throws SQLException {
        PreparedStatement select = tx.prepare("select item from external_id"
                + " where user_id = ? and scheme = 'mb:recording' and value = ? order by item limit " + OF_ONE_ID_MAX);
        select.setInt(1, user.value());
        select.setString(2, mbid);
        List<Integer> items = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                items.add(row.getInt(1));
            }
        }
        return items;
    }

    private static <T> List<List<T>> parts(Collection<T> all) {
        List<T> distinct = all.stream().distinct().toList();
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += SOUGHT_MAX) {
            parts.add(distinct.subList(from, Math.min(distinct.size(), from + SOUGHT_MAX)));
        }
        return parts;
    }
}
