package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Streams the plays that were broken off or skipped, and so do not count. Stateless; thread-safe. */
public final class UnfinishedPlays {
    private static final int FETCHED_ROWS = 10_000;

    private UnfinishedPlays() {}

    /** Takes one: when it began (epoch seconds, UTC), its original item, the container told (0 for none). */
    @FunctionalInterface
    public interface Sink {
        void play(long at, int item, int container, boolean skipped);
    }

    /** All of them in the order of time; an index holds these alone. */
    public static void all(Tx tx, UserId user, Sink sink) throws SQLException {
        PreparedStatement select = tx.prepare("select at, item, coalesce(container, 0), reason from play"
                + " where user_id = ? and reason in (3, 4) order by at, number");
        select.setFetchSize(FETCHED_ROWS);
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.play(row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4) == Reason.SKIPPED.code());
            }
        }
    }
}
