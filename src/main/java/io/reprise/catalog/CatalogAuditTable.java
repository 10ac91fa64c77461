package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/** What an audit reads of the catalog and the ledger. */
final class CatalogAuditTable {
    private static final int FETCHED_ROWS = 10_000;

    private CatalogAuditTable() {}

    /** Takes two numbers of one row. */
    interface Pair {
        void row(int one, int other);
    }

    /** Numbers greater than {@code after} in order, with what each points to; answers how many there were. */
    static int pointers(Tx tx, UserId user, SubjectKind kind, int after, int limit, Pair sink) throws SQLException {
        PreparedStatement select = tx.prepare("select number, coalesce(canonical, number) from " + kind.table()
                + " where user_id = ? and number > ? order by number limit ?");
        select.setInt(1, user.value());
        select.setInt(2, after);
        select.setInt(3, limit);
        int read = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.row(row.getInt(1), row.getInt(2));
                read++;
            }
        }
        return read;
    }

    static int decisions(Tx tx, UserId user, long after, int limit, LongConsumer sink) throws SQLException {
        PreparedStatement select =
                tx.prepare("select number from decision where user_id = ? and number > ? order by number limit ?");
        select.setInt(1, user.value());
        select.setLong(2, after);
        select.setInt(3, limit);
        int read = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.accept(row.getLong(1));
                read++;
            }
        }
        return read;
    }

    static void credits(Tx tx, UserId user, Pair sink) throws SQLException {
        PreparedStatement select =
                tx.prepare("select item, creator from credit where user_id = ? order by item, position");
        select.setFetchSize(FETCHED_ROWS);
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.row(row.getInt(1), row.getInt(2));
            }
        }
    }
}
