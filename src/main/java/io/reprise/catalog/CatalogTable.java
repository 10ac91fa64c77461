package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.media.ExternalId;
import io.reprise.store.MultiInsert;
import io.reprise.store.Sought;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code item}, {@code episode}, {@code creator}, {@code container}, {@code credit} and {@code external_id}. */
final class CatalogTable {
    private static final int KEYS_MAX = 100;

    private CatalogTable() {}

    static MultiInsert items(Tx tx) {
        return tx.insert("insert into item (user_id, number, key, kind, title, seconds)", 6, "");
    }

    static MultiInsert creators(Tx tx) {
        return tx.insert("insert into creator (user_id, number, key, name)", 4, "");
    }

    static MultiInsert containers(Tx tx) {
        return tx.insert("insert into container (user_id, number, key, kind, title, credit)", 6, "");
    }

    static MultiInsert credits(Tx tx) {
        return tx.insert("insert into credit (user_id, item, position, creator, name, phrase, role)", 7, "");
    }

    static MultiInsert ids(Tx tx) {
        return tx.insert("insert into external_id (user_id, item, scheme, value)", 4, "on conflict do nothing");
    }

    /** Where items that are episodes stand, as told. */
    static MultiInsert episodes(Tx tx) {
        return tx.insert("insert into episode (user_id, item, season, number)", 4, "");
    }

    static void idRow(MultiInsert ids, UserId user, int item, ExternalId id) throws SQLException {
        ids.row(user.value(), item, id.scheme(), id.value());
    }

    static void deleteCredit(Tx tx, UserId user, int item) throws SQLException {
        PreparedStatement delete = tx.prepare("delete from credit where user_id = ? and item = ?");
        delete.setInt(1, user.value());
        delete.setInt(2, item);
        delete.executeUpdate();
    }

    static void setSeconds(Tx tx, UserId user, int item, int seconds) throws SQLException {
        PreparedStatement update = tx.prepare("update item set seconds = ? where user_id = ? and number = ?");
        update.setInt(1, seconds);
        update.setInt(2, user.value());
        update.setInt(3, item);
        update.executeUpdate();
    }

    /** What is known of these items: how many names their credit has, and their length (0 where unknown). */
    static Map<Integer, Known> known(Tx tx, UserId user, Collection<Integer> items) throws SQLException {
        Map<Integer, Known> known = new HashMap<>();
        List<Integer> all = items.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += KEYS_MAX) {
            List<Integer> some = all.subList(from, Math.min(all.size(), from + KEYS_MAX));
            PreparedStatement select = tx.prepare("select number, coalesce(seconds, 0), "
                    + "(select count(*) from credit c where c.user_id = i.user_id and c.item = i.number) "
                    + "from item i where user_id = ? and number in (?" + ", ?".repeat(some.size() - 1) + ")");
            select.setInt(1, user.value());
            for (int i = 0; i < some.size(); i++) {
                select.setInt(i + 2, some.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.put(row.getInt(1), new Known(row.getInt(2), row.getInt(3)));
                }
            }
        }
        return known;
    }

    /** How long an item is (0 where unknown) and how many names its credit has. */
    record Known(int seconds, int names) {}

    static void setCanonical(Tx tx, UserId user, SubjectKind kind, Map<Integer, Integer> pointers) throws SQLException {
        PreparedStatement update =
                tx.prepare("update " + kind.table() + " set canonical = ? where user_id = ? and number = ?");
        for (Map.Entry<Integer, Integer> pointer : pointers.entrySet()) {
            if (pointer.getValue().equals(pointer.getKey())) {
                update.setNull(1, java.sql.Types.INTEGER);
            } else {
                update.setInt(1, pointer.getValue());
            }
            update.setInt(2, user.value());
            update.setInt(3, pointer.getKey());
            update.executeUpdate();
        }
    }

    private static final int CLAIMS_MAX = 1_000;

    /** The ids that sources told of this very item. */
    static List<ExternalId> claims(Tx tx, UserId user, int item) throws SQLException {
        PreparedStatement select = tx.prepare("select scheme, value from external_id where user_id = ? and item = ?"
                + " order by scheme, value limit " + CLAIMS_MAX);
        select.setInt(1, user.value());
        select.setInt(2, item);
        List<ExternalId> claims = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                claims.add(new ExternalId(row.getString(1), row.getString(2)));
            }
        }
        return claims;
    }

    static boolean isMerged(Tx tx, UserId user, SubjectKind kind, int number) throws SQLException {
        PreparedStatement select = tx.prepare("select canonical from " + kind.table()
                + " where user_id = ? and number = ? and canonical is not null");
        select.setInt(1, user.value());
        select.setInt(2, number);
        try (ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    /** The greatest number of a kind, 0 where there is none. */
    static int last(Tx tx, UserId user, SubjectKind kind) throws SQLException {
        PreparedStatement select =
                tx.prepare("select coalesce(max(number), 0) from " + kind.table() + " where user_id = ?");
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The numbers of a kind above this one: those that decisions hold while a catalog is made anew. */
    static Set<Integer> above(Tx tx, UserId user, SubjectKind kind, int number) throws SQLException {
        PreparedStatement select =
                tx.prepare("select number from " + kind.table() + " where user_id = ? and number > ?");
        select.setInt(1, user.value());
        select.setInt(2, number);
        Set<Integer> above = new HashSet<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                above.add(row.getInt(1));
            }
        }
        return above;
    }

    static boolean exists(Tx tx, UserId user, SubjectKind kind, long number) throws SQLException {
        return !existing(tx, user, kind, List.of(number)).isEmpty();
    }

    /** Those of these numbers that things of this kind have. */
    static Set<Long> existing(Tx tx, UserId user, SubjectKind kind, Collection<Long> numbers) throws SQLException {
        Set<Long> existing = new HashSet<>();
        List<Long> all = numbers.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += KEYS_MAX) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + KEYS_MAX));
            PreparedStatement select = tx.prepare(Sought.of(some.size()) + " select number from sought cross join "
                    + kind.table() + " where user_id = ? and number = sought.value");
            for (int i = 0; i < some.size(); i++) {
                select.setLong(i + 1, some.get(i));
            }
            select.setInt(some.size() + 1, user.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    existing.add(row.getLong(1));
                }
            }
        }
        return existing;
    }

    static Optional<LedgerCopy.Named> named(Tx tx, UserId user, SubjectKind kind, long number) throws SQLException {
        String name = kind == SubjectKind.CREATOR ? "name" : "title";
        PreparedStatement select =
                tx.prepare("select key, " + name + " from " + kind.table() + " where user_id = ? and number = ?");
        select.setInt(1, user.value());
        select.setLong(2, number);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(new LedgerCopy.Named(row.getLong(1), row.getString(2))) : Optional.empty();
        }
    }

    static void clear(Tx tx, UserId user) throws SQLException {
        for (String table : List.of("item", "creator", "container", "credit", "external_id", "episode")) {
            PreparedStatement delete = tx.prepare("delete from " + table + " where user_id = ?");
            delete.setInt(1, user.value());
            delete.executeUpdate();
        }
    }
}
