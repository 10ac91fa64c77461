package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import io.reprise.store.MultiInsert;
import io.reprise.store.Sought;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code identity}, {@code link}, {@code decided_credit} and {@code creator_part}: what the ledger says of things, as a
 * reading of it.
 */
final class IdentityTable {
    private static final int NUMBERS_MAX = 100;

    private IdentityTable() {}

    static MultiInsert identities(Tx tx) {
        return tx.insert(
                "insert into identity (user_id, subject_kind, number, name, container, untold, ignored)", 7, "");
    }

    static MultiInsert links(Tx tx) {
        return tx.insert(
                "insert into link (user_id, subject_kind, number, scheme, value, confidence, decision)", 7, "");
    }

    static MultiInsert credits(Tx tx) {
        return tx.insert("insert into decided_credit (user_id, item, position, creator, name, phrase, role)", 7, "");
    }

    static MultiInsert parts(Tx tx) {
        return tx.insert("insert into creator_part (user_id, creator, position, part, phrase)", 5, "");
    }

    /** The credit of an item, in order: as decided where that was done, else as told. */
    static List<CreditedName> credit(Tx tx, UserId user, int item) throws SQLException {
        List<CreditedName> decided = names(
                tx,
                user,
                item,
                "select name, phrase, role from decided_credit where user_id = ? and item = ? order by position");
        return decided.isEmpty()
                ? names(
                        tx,
                        user,
                        item,
                        "select coalesce(t.name, c.name), t.phrase, t.role from credit t join creator c"
                                + " on c.user_id = t.user_id and c.number = t.creator"
                                + " where t.user_id = ? and t.item = ? order by t.position")
                : decided;
    }

    private static List<CreditedName> names(Tx tx, UserId user, int item, String sql) throws SQLException {
        PreparedStatement select = tx.prepare(sql);
        select.setInt(1, user.value());
        select.setInt(2, item);
        List<CreditedName> names = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                names.add(new CreditedName(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return names;
    }

    /** Drops what is known of one thing. */
    static void drop(Tx tx, UserId user, SubjectKind kind, long number) throws SQLException {
        for (String table : List.of("identity", "link")) {
            PreparedStatement delete =
                    tx.prepare("delete from " + table + " where user_id = ? and subject_kind = ? and number = ?");
            delete.setInt(1, user.value());
            delete.setInt(2, kind.code());
            delete.setLong(3, number);
            delete.executeUpdate();
        }
        if (kind == SubjectKind.ITEM) {
            dropOf(tx, user, "delete from decided_credit where user_id = ? and item = ?", number);
        }
        if (kind == SubjectKind.CREATOR) {
            dropOf(tx, user, "delete from creator_part where user_id = ? and creator = ?", number);
        }
    }

    private static void dropOf(Tx tx, UserId user, String sql, long number) throws SQLException {
        PreparedStatement delete = tx.prepare(sql);
        delete.setInt(1, user.value());
        delete.setLong(2, number);
        delete.executeUpdate();
    }

    static Map<Integer, List<Identity.Link>> links(Tx tx, UserId user, SubjectKind kind, Collection<Integer> numbers)
            throws SQLException {
        Map<Integer, List<Identity.Link>> links = new HashMap<>();
        List<Integer> all = numbers.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += NUMBERS_MAX) {
            List<Integer> some = all.subList(from, Math.min(all.size(), from + NUMBERS_MAX));
            PreparedStatement select =
                    tx.prepare(Sought.of(some.size()) + " select link.number, scheme, link.value, confidence, decision"
                            + " from sought cross join link where user_id = ? and subject_kind = ?"
                            + " and number = sought.value order by link.number, decision");
            for (int i = 0; i < some.size(); i++) {
                select.setInt(i + 1, some.get(i));
            }
            select.setInt(some.size() + 1, user.value());
            select.setInt(some.size() + 2, kind.code());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ExternalId id = new ExternalId(row.getString(2), row.getString(3));
                    links.computeIfAbsent(row.getInt(1), any -> new ArrayList<>())
                            .add(new Identity.Link(id, row.getDouble(4), row.getLong(5)));
                }
            }
        }
        return links;
    }

    /** By id, the lowest number of one kind that it is tied to. */
    static Map<ExternalId, Integer> linked(Tx tx, UserId user, SubjectKind kind, Collection<ExternalId> ids)
            throws SQLException {
        Map<String, Set<String>> values = new TreeMap<>();
        ids.forEach(id ->
                values.computeIfAbsent(id.scheme(), any -> new TreeSet<>()).add(id.value()));
        Map<ExternalId, Integer> linked = new HashMap<>();
        for (Map.Entry<String, Set<String>> scheme : values.entrySet()) {
            List<String> all = List.copyOf(scheme.getValue());
            for (int from = 0; from < all.size(); from += NUMBERS_MAX) {
                List<String> some = all.subList(from, Math.min(all.size(), from + NUMBERS_MAX));
                linked(tx, user, kind, scheme.getKey(), some, linked);
            }
        }
        return linked;
    }

    private static void linked(
            Tx tx, UserId user, SubjectKind kind, String scheme, List<String> some, Map<ExternalId, Integer> into)
            throws SQLException {
        PreparedStatement select = tx.prepare(Sought.of(some.size()) + " select link.value, number"
                + " from sought cross join link where user_id = ? and scheme = ? and link.value = sought.value"
                + " and subject_kind = ? and confidence > 0");
        for (int i = 0; i < some.size(); i++) {
            select.setString(i + 1, some.get(i));
        }
        select.setInt(some.size() + 1, user.value());
        select.setString(some.size() + 2, scheme);
        select.setInt(some.size() + 3, kind.code());
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                into.merge(new ExternalId(scheme, row.getString(1)), row.getInt(2), Math::min);
            }
        }
    }

    static BitSet decidedItems(Tx tx, UserId user) throws SQLException {
        PreparedStatement select = tx.prepare("select number from link where user_id = ? and subject_kind = ?");
        select.setInt(1, user.value());
        select.setInt(2, SubjectKind.ITEM.code());
        BitSet items = new BitSet();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                items.set(row.getInt(1));
            }
        }
        return items;
    }

    static boolean isSplit(Tx tx, UserId user, long creator) throws SQLException {
        PreparedStatement select = tx.prepare("select 1 from creator_part where user_id = ? and creator = ? limit 1");
        select.setInt(1, user.value());
        select.setLong(2, creator);
        try (ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    static void clear(Tx tx, UserId user) throws SQLException {
        tx.runForUser(
                user.value(),
                "delete from identity where user_id = ?",
                "delete from link where user_id = ?",
                "delete from decided_credit where user_id = ?",
                "delete from creator_part where user_id = ?");
    }
}
