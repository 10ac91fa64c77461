package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * {@code play_head}: how far a user's log has been read, how often a row that was written before has changed since, and
 * which rule the rows follow.
 */
final class PlayHeadTable {
    private PlayHeadTable() {}

    /**
     * Mutable until stored. {@code coarse}: some play is known to the day or less. {@code ruled}: the last decision
     * about the rule for duplicates that all plays follow.
     */
    static final class Head {
        long derived;
        long epoch;
        boolean coarse;
        long ruled;
    }

    static Head lock(Tx tx, UserId user) throws SQLException {
        PreparedStatement select = tx.prepare("select derived, epoch, coarse, ruled from play_head where user_id = ?"
                + tx.dialect().lock());
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            if (row.next()) {
                Head head = new Head();
                head.derived = row.getLong(1);
                head.epoch = row.getLong(2);
                head.coarse = row.getInt(3) != 0;
                head.ruled = row.getLong(4);
                return head;
            }
        }
        PreparedStatement insert =
                tx.prepare("insert into play_head (user_id) values (?) on conflict (user_id) do nothing");
        insert.setInt(1, user.value());
        insert.executeUpdate();
        return lock(tx, user);
    }

    /** Whether some play is known to the day or less. */
    static boolean isCoarse(Tx tx, UserId user) throws SQLException {
        PreparedStatement select = tx.prepare("select coarse from play_head where user_id = ?");
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next() && row.getInt(1) != 0;
        }
    }

    /** The last decision about the rule for duplicates that all plays follow; 0 where none was made. */
    static long ruled(Tx tx, UserId user) throws SQLException {
        PreparedStatement select = tx.prepare("select ruled from play_head where user_id = ?");
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static void store(Tx tx, UserId user, Head head) throws SQLException {
        PreparedStatement update =
                tx.prepare("update play_head set derived = ?, epoch = ?, coarse = ?, ruled = ? where user_id = ?");
        update.setLong(1, head.derived);
        update.setLong(2, head.epoch);
        update.setInt(3, head.coarse ? 1 : 0);
        update.setLong(4, head.ruled);
        update.setInt(5, user.value());
        update.executeUpdate();
    }
}
