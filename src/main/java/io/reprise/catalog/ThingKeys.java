package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys that a canonical thing goes by: its own and those of what was merged into it, for rooms that remember things
 * by their keys. Stateless; thread-safe.
 */
public final class ThingKeys {
    private static final int MERGED_MAX = 10_000;

    private ThingKeys() {}

    /** All keys of one thing, its own first; empty where the library has no such thing. */
    public static List<Long> of(Tx tx, UserId user, Thing thing) throws SQLException {
        List<Long> keys = new ArrayList<>();
        PreparedStatement own =
                tx.prepare("select key from " + thing.kind().table() + " where user_id = ? and number = ?");
        own.setInt(1, user.value());
        own.setInt(2, thing.number());
        read(own, keys);
        PreparedStatement merged = tx.prepare("select key from " + thing.kind().table()
                + " where user_id = ? and canonical = ? and canonical is not null order by number limit " + MERGED_MAX);
        merged.setInt(1, user.value());
        merged.setInt(2, thing.number());
        read(merged, keys);
        return keys;
    }

    private static void read(PreparedStatement select, List<Long> keys) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                keys.add(row.getLong(1));
            }
        }
    }

    /** All keys of these canonical items, each with its item. */
    public static Map<Long, Integer> ofItems(Tx tx, UserId user, Collection<Integer> items) throws SQLException {
        Map<Long, Integer> keys = new HashMap<>();
        ItemKeys.keys(tx, user, items).forEach((item, key) -> keys.put(key, item));
        Set<Integer> wanted = Set.copyOf(items);
        List<Integer> merged = new ArrayList<>();
        Map<Integer, Integer> into = new HashMap<>();
        LedgerRows.merged(tx, user, SubjectKind.ITEM, (number, canonical) -> {
            if (wanted.contains(canonical)) {
                merged.add(number);
                into.put(number, canonical);
            }
        });
        ItemKeys.keys(tx, user, merged).forEach((item, key) -> keys.put(key, into.getOrDefault(item, item)));
        return keys;
    }
}
