package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.store.Sought;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Looks numbers up by key in {@code item}, {@code creator} or {@code container}, a hundred keys a statement. */
final class KeyedRows {
    private static final int KEYS_MAX = 100;

    private KeyedRows() {}

    static void load(Tx tx, UserId user, String table, Collection<Long> keys, Numbers into) throws SQLException {
        List<Long> missing =
                keys.stream().filter(key -> into.get(key) == 0).distinct().toList();
        for (int from = 0; from < missing.size(); from += KEYS_MAX) {
            List<Long> some = missing.subList(from, Math.min(missing.size(), from + KEYS_MAX));
            PreparedStatement select =
                    tx.prepare(Sought.of(some.size()) + " select t.key, t.number from sought cross join " + table
                            + " t where t.user_id = ? and t.key = sought.value");
            for (int i = 0; i < some.size(); i++) {
                select.setLong(i + 1, some.get(i));
            }
            select.setInt(some.size() + 1, user.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    into.put(row.getLong(1), row.getInt(2));
                }
            }
        }
    }
}
