package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Streams the plays that count, for readers that keep them in memory. Stateless; thread-safe. */
public final class CountedPlays {
    private static final int FETCHED_ROWS = 10_000;
    /** Two numbers in each column after the first: asking the driver for a column costs more than adding it up. */
    private static final String COLUMNS = """
            p.at, (cast(p.number as bigint) << 32) | p.item,
            (cast(coalesce(p.container, 0) as bigint) << 32) | coalesce(p.seconds, 0),
            (cast(p.day as bigint) << 32) | (cast(p.origin as bigint) << 8) | p."precision"\
            """;

    private static final int PRECISION_BITS = 8;
    private static final int PRECISION_MASK = (1 << PRECISION_BITS) - 1;

    private CountedPlays() {}

    /** Takes one play; the values are those of {@link Play}, with 0 for a container or seconds that are not known. */
    @FunctionalInterface
    public interface Sink {
        void play(long at, long number, int item, int container, int seconds, int day, int origin, int precision);
    }

    /** How far the readings of a user go: the last scrobble read, and how often older rows changed. */
    public record Version(long derived, long epoch) {}

    public static Version version(Tx tx, UserId user) throws SQLException {
        PreparedStatement select = tx.prepare("select derived, epoch from play_head where user_id = ?");
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? new Version(row.getLong(1), row.getLong(2)) : new Version(0, 0);
        }
    }

    /** How many rows the user has, counted or not: an upper bound for what {@link #all} gives. */
    public static long rows(Version version) {
        return version.derived();
    }

    /** All counted plays in the order of time, undated ones first. */
    public static void all(Tx tx, UserId user, Sink sink) throws SQLException {
        PreparedStatement select = tx.prepare(
                "select " + COLUMNS + " from play p where p.user_id = ? and p.reason = 0 order by p.at, p.number");
        select.setFetchSize(FETCHED_ROWS);
        select.setInt(1, user.value());
        drain(select, sink);
    }

    /** The counted plays of the scrobbles with a number greater than {@code after}, in the order of their numbers. */
    public static void since(Tx tx, UserId user, long after, Sink sink) throws SQLException {
        PreparedStatement select = tx.prepare("select " + COLUMNS
                + " from scrobble s"
                + " join play p on p.user_id = s.user_id and p.at = coalesce(s.at, ?) and p.number = s.number"
                + " where s.user_id = ? and s.number > ? and p.reason = 0 order by s.number");
        select.setFetchSize(FETCHED_ROWS);
        select.setLong(1, Play.UNDATED);
        select.setInt(2, user.value());
        select.setLong(3, after);
        drain(select, sink);
    }

    private static void drain(PreparedStatement select, Sink sink) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long numberAndItem = row.getLong(2);
                long containerAndSeconds = row.getLong(3);
                long dayAndTold = row.getLong(4);
                int told = (int) dayAndTold;
                sink.play(
                        row.getLong(1),
                        numberAndItem >>> Integer.SIZE,
                        (int) numberAndItem,
                        (int) (containerAndSeconds >>> Integer.SIZE),
                        (int) containerAndSeconds,
                        (int) (dayAndTold >> Integer.SIZE),
                        told >>> PRECISION_BITS,
                        told & PRECISION_MASK);
            }
        }
    }
}
