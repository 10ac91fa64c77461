package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Streams what the ledger says of a user's catalog, for readers that keep it in memory; in the order of numbers.
 * Stateless; thread-safe.
 */
public final class LedgerRows {
    private LedgerRows() {}

    /** Takes a thing that was merged into another one. */
    @FunctionalInterface
    public interface MergedSink {
        void merged(int number, int into);
    }

    /**
     * What is said of a thing: the name given to it (or null), the container it was moved to (0 for none; where
     * {@code untold} that counts only for plays told without one), and whether no answer shows it.
     */
    public record Said(
            SubjectKind kind, int number, @Nullable String name, int container, boolean untold, boolean ignored) {}

    /** Takes what is said of a thing. */
    @FunctionalInterface
    public interface IdentitySink {
        void identity(Said said);
    }

    /** Takes one place of a decided credit, or one part of a creator that is several. */
    @FunctionalInterface
    public interface PlaceSink {
        void place(int whole, int creator);
    }

    public static void merged(Tx tx, UserId user, SubjectKind kind, MergedSink sink) throws SQLException {
        PreparedStatement select = tx.prepare(
                "select number, canonical from " + kind.table() + " where user_id = ? and canonical is not null");
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.merged(row.getInt(1), row.getInt(2));
            }
        }
    }

    public static void identities(Tx tx, UserId user, IdentitySink sink) throws SQLException {
        PreparedStatement select =
                tx.prepare("select subject_kind, number, name, coalesce(container, 0), untold, ignored"
                        + " from identity where user_id = ? order by subject_kind, number");
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.identity(new Said(
                        SubjectKind.ofCode(row.getInt(1)),
                        row.getInt(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5) != 0,
                        row.getInt(6) != 0));
            }
        }
    }

    public static void credits(Tx tx, UserId user, PlaceSink sink) throws SQLException {
        places(tx, user, "select item, creator from decided_credit where user_id = ? order by item, position", sink);
    }

    public static void parts(Tx tx, UserId user, PlaceSink sink) throws SQLException {
        places(tx, user, "select creator, part from creator_part where user_id = ? order by creator, position", sink);
    }

    private static void places(Tx tx, UserId user, String sql, PlaceSink sink) throws SQLException {
        PreparedStatement select = tx.prepare(sql);
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.place(row.getInt(1), row.getInt(2));
            }
        }
    }
}
