package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What an audit reads of {@code play} and {@code daily_plays}, beside the numbers of the log. */
final class PlayAuditTable {
    private static final int FETCHED_ROWS = 10_000;

    private PlayAuditTable() {}

    /** Takes a scrobble's play; {@code reason} is -1 where it has none. */
    interface PlaySink {
        void play(long number, int reason, int item, int container);
    }

    /** Takes plays and seconds of an item on a day, and how many of the plays have no seconds. */
    interface SumSink {
        void sum(DayItem of, long plays, long seconds, long silent);
    }

    /** An item on a local day. */
    record DayItem(int day, int item) {}

    /** Both ends included. */
    record Span(long from, long to) {}

    static void plays(Tx tx, UserId user, PlayAudit.Stretch stretch, PlaySink sink) throws SQLException {
        PreparedStatement select = tx.prepare("""
                select s.number, coalesce(p.reason, -1), coalesce(p.item, 0), coalesce(p.container, 0)
                from scrobble s
                left join play p on p.user_id = s.user_id and p.at = coalesce(s.at, ?) and p.number = s.number
                where s.user_id = ? and s.number > ? and s.number <= ? order by s.number
                """);
        select.setLong(1, Play.UNDATED);
        select.setInt(2, user.value());
        select.setLong(3, stretch.after());
        select.setLong(4, stretch.upTo());
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.play(row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4));
            }
        }
    }

    static boolean anyAfter(Tx tx, UserId user, long number) throws SQLException {
        PreparedStatement select = tx.prepare("""
                select 1 from scrobble s
                join play p on p.user_id = s.user_id and p.at = coalesce(s.at, ?) and p.number = s.number
                where s.user_id = ? and s.number > ? limit 1
                """);
        select.setLong(1, Play.UNDATED);
        select.setInt(2, user.value());
        select.setLong(3, number);
        try (ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    /** How many plays have the reason 0, 1 and so on: one pass, with no sort that a grouping would take. */
    static List<Long> counts(Tx tx, UserId user, int reasons) throws SQLException {
        StringBuilder sums = new StringBuilder();
        for (int code = 0; code < reasons; code++) {
            sums.append(code == 0 ? "" : ", ")
                    .append("count(case when reason = ")
                    .append(code)
                    .append(" then 1 end)");
        }
        PreparedStatement select = tx.prepare("select " + sums + " from play where user_id = ?");
        select.setInt(1, user.value());
        List<Long> counts = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            row.next();
            for (int code = 0; code < reasons; code++) {
                counts.add(row.getLong(code + 1));
            }
        }
        return counts;
    }

    static PlayAudit.Days days(Tx tx, UserId user) throws SQLException {
        PreparedStatement plays = tx.prepare("select min(at), max(at) from play where user_id = ? and at > ?");
        plays.setInt(1, user.value());
        plays.setLong(2, Play.UNDATED);
        PreparedStatement daily =
                tx.prepare("select min(day), max(day) from daily_plays where user_id = ? and day > ?");
        daily.setInt(1, user.value());
        daily.setInt(2, Play.NO_DAY);
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        try (ResultSet row = plays.executeQuery()) {
            if (row.next() && row.getObject(1) != null) {
                first = Math.toIntExact(Math.floorDiv(row.getLong(1), 86_400L)) - 1;
                last = Math.toIntExact(Math.floorDiv(row.getLong(2), 86_400L)) + 1;
            }
        }
        try (ResultSet row = daily.executeQuery()) {
            if (row.next() && row.getObject(1) != null) {
                first = Math.min(first, row.getInt(1));
                last = Math.max(last, row.getInt(2));
            }
        }
        return new PlayAudit.Days(first, last);
    }

    static void counted(Tx tx, UserId user, PlayAudit.Days days, Span span, SumSink sink) throws SQLException {
        PreparedStatement select = tx.prepare("""
                select day, item, coalesce(seconds, 0) from play
                where user_id = ? and at >= ? and at <= ? and reason = 0 and day >= ? and day <= ?
                """);
        select.setFetchSize(FETCHED_ROWS);
        select.setInt(1, user.value());
        select.setLong(2, span.from());
        select.setLong(3, span.to());
        select.setInt(4, days.first());
        select.setInt(5, days.last());
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long seconds = row.getLong(3);
                sink.sum(new DayItem(row.getInt(1), row.getInt(2)), 1, seconds, seconds == 0 ? 1 : 0);
            }
        }
    }

    static void daily(Tx tx, UserId user, PlayAudit.Days days, SumSink sink) throws SQLException {
        PreparedStatement select = tx.prepare("select day, item, plays, seconds, silent from daily_plays"
                + " where user_id = ? and day >= ? and day <= ?");
        select.setFetchSize(FETCHED_ROWS);
        select.setInt(1, user.value());
        select.setInt(2, days.first());
        select.setInt(3, days.last());
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.sum(new DayItem(row.getInt(1), row.getInt(2)), row.getLong(3), row.getLong(4), row.getLong(5));
            }
        }
    }
}
