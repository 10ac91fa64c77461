package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * {@code catalog_head}: the last numbers given in a user's catalog and ledger, and how often what was known has
 * changed.
 */
final class CatalogHeadTable {
    private CatalogHeadTable() {}

    /** The numbers of one user, mutable until they are stored again. */
    static final class Head {
        int items;
        int creators;
        int containers;
        long decisions;
        long epoch;
        /** How often what authorities told of things has changed, or to which things it belongs. */
        long facts;
    }

    /** Locks the user's row, making it where it is missing. */
    static Head lock(Tx tx, UserId user) throws SQLException {
        Head head = read(tx, user, tx.dialect().lock());
        if (head != null) {
            return head;
        }
        PreparedStatement insert =
                tx.prepare("insert into catalog_head (user_id) values (?) on conflict (user_id) do nothing");
        insert.setInt(1, user.value());
        insert.executeUpdate();
        return lock(tx, user);
    }

    /** The number of the next decision; locks the user's row as {@link #lock} does. */
    static long nextDecision(Tx tx, UserId user) throws SQLException {
        PreparedStatement update = tx.prepare("insert into catalog_head (user_id, decisions) values (?, 1)"
                + " on conflict (user_id) do update set decisions = catalog_head.decisions + 1 returning decisions");
        update.setInt(1, user.value());
        try (ResultSet row = update.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the head of user " + user.value() + " gave no number");
            }
            return row.getLong(1);
        }
    }

    static Head read(Tx tx, UserId user) throws SQLException {
        Head head = read(tx, user, "");
        return head == null ? new Head() : head;
    }

    private static @Nullable Head read(Tx tx, UserId user, String lock) throws SQLException {
        PreparedStatement select = tx.prepare(
                "select items, creators, containers, decisions, epoch, facts from catalog_head where user_id = ?"
                        + lock);
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            Head head = new Head();
            head.items = row.getInt(1);
            head.creators = row.getInt(2);
            head.containers = row.getInt(3);
            head.decisions = row.getLong(4);
            head.epoch = row.getLong(5);
            head.facts = row.getLong(6);
            return head;
        }
    }

    static void store(Tx tx, UserId user, Head head) throws SQLException {
        PreparedStatement update =
                tx.prepare("update catalog_head set items = ?, creators = ?, containers = ?, decisions = ?, epoch = ?,"
                        + " facts = ? where user_id = ?");
        update.setInt(1, head.items);
        update.setInt(2, head.creators);
        update.setInt(3, head.containers);
        update.setLong(4, head.decisions);
        update.setLong(5, head.epoch);
        update.setLong(6, head.facts);
        update.setInt(7, user.value());
        update.executeUpdate();
    }
}
