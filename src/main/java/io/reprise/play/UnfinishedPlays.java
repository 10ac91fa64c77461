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
        drain(select, sink);
    }

    /** Those of the scrobbles with a number greater than {@code after}, in the order of their numbers. */
    public static void since(Tx tx, UserId user, long after, Sink sink) throws SQLException {
        PreparedStatement select = tx.prepare("select p.at, p.item, coalesce(p.container, 0), p.reason from scrobble s"
                + " join play p on p.user_id = s.user_id and p.at = coalesce(s.at, ?) and p.number = s.number"
                + " where s.user_id = ? and s.number > ? and p.reason in (3, 4) order by s.number");
        select.setFetchSize(FETCHED_ROWS);
        select.setLong(1, Play.UNDATED);
        select.setInt(2, user.value());
        select.setLong(3, after);
        drain(select, sink);
    }

    private static void drain(PreparedStatement select, Sink sink) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.play(row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4) == Reason.SKIPPED.code());
            }
        }
    }
}
