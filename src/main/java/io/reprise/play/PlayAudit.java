package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;

/** Looks whether a user's plays and daily plays agree with the log and with one another. Reads only; thread-safe. */
public final class PlayAudit {
    /** How many scrobbles one call looks at. */
    public static final int NUMBERS_MAX = 2_000;
    /** How many local days one call of {@link #daily} sums. */
    public static final int DAYS_MAX = 366;

    private static final long DAY_SECONDS = 86_400;

    private PlayAudit() {}

    /** What can be wrong with the play of a scrobble. */
    public enum Fault {
        NO_PLAY,
        NO_ITEM,
        NO_CONTAINER
    }

    /** Told every fault as it is found. */
    @FunctionalInterface
    public interface Sink {
        void found(Fault fault, long number);
    }

    /** Which items and containers there are. */
    public record Known(IntPredicate items, IntPredicate containers) {}

    /** Looks at the plays of the scrobbles greater than {@code after} up to {@code upTo}. */
    public static void plays(Tx tx, UserId user, Stretch stretch, Known known, Sink sink) throws SQLException {
        PlayAuditTable.plays(tx, user, stretch, (number, reason, item, container) -> {
            if (reason < 0) {
                sink.found(Fault.NO_PLAY, number);
            } else if (reason != Reason.UNREADABLE.code() && !known.items().test(item)) {
                sink.found(Fault.NO_ITEM, number);
            } else if (container != 0 && !known.containers().test(container)) {
                sink.found(Fault.NO_CONTAINER, number);
            }
        });
    }

    /** The scrobbles greater than {@code after} up to {@code upTo}. */
    public record Stretch(long after, long upTo) {
        public Stretch {
            if (upTo < after || upTo - after > NUMBERS_MAX) {
                throw new IllegalArgumentException(
                        "a stretch has at most " + NUMBERS_MAX + " numbers, not those from " + after + " to " + upTo);
            }
        }
    }

    /** How far the log has been read, and how many plays there are for each reason. */
    public record Sums(long derived, Map<Reason, Long> plays) {
        public long all() {
            return plays.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public static Sums sums(Tx tx, UserId user) throws SQLException {
        Map<Reason, Long> plays = new EnumMap<>(Reason.class);
        List<Long> counts = PlayAuditTable.counts(tx, user, Reason.values().length);
        for (Reason reason : Reason.values()) {
            plays.put(reason, counts.get(reason.code()));
        }
        return new Sums(CountedPlays.version(tx, user).derived(), plays);
    }

    /** Whether any scrobble above this number has a play. */
    public static boolean anyAfter(Tx tx, UserId user, long number) throws SQLException {
        return PlayAuditTable.anyAfter(tx, user, number);
    }

    /** The local days of a user's plays and daily plays, from the first to the last; undated ones stand apart. */
    public record Days(int first, int last) {}

    public static Days days(Tx tx, UserId user) throws SQLException {
        return PlayAuditTable.days(tx, user);
    }

    /**
     * Tells each local day from {@code first} to {@code last} whose daily plays are not the sum of its counted plays.
     */
    public static void daily(Tx tx, UserId user, Days days, LongConsumer wrong) throws SQLException {
        if (days.last() - days.first() >= DAYS_MAX) {
            throw new IllegalArgumentException("at most " + DAYS_MAX + " days at a time, not " + days);
        }
        long from = (days.first() - 1L) * DAY_SECONDS;
        long to = (days.last() + 2L) * DAY_SECONDS;
        compare(tx, user, days, new PlayAuditTable.Span(from, to), wrong);
    }

    /** Tells {@link Play#NO_DAY} where what is undated does not sum up. */
    public static void undated(Tx tx, UserId user, LongConsumer wrong) throws SQLException {
        Days none = new Days(Play.NO_DAY, Play.NO_DAY);
        compare(tx, user, none, new PlayAuditTable.Span(Play.UNDATED, Play.UNDATED), wrong);
    }

    private static void compare(Tx tx, UserId user, Days days, PlayAuditTable.Span span, LongConsumer wrong)
            throws SQLException {
        Map<PlayAuditTable.DayItem, long[]> sums = new HashMap<>();
        PlayAuditTable.counted(
                tx, user, days, span, (of, plays, seconds, silent) -> add(sums, of, plays, seconds, silent));
        PlayAuditTable.daily(tx, user, days, (of, plays, seconds, silent) -> add(sums, of, -plays, -seconds, -silent));
        sums.entrySet().stream()
                .filter(entry -> Arrays.stream(entry.getValue()).anyMatch(sum -> sum != 0))
                .mapToLong(entry -> entry.getKey().day())
                .distinct()
                .sorted()
                .forEach(wrong);
    }

    private static void add(Map<PlayAuditTable.DayItem, long[]> sums, PlayAuditTable.DayItem of, long... more) {
        long[] sum = sums.computeIfAbsent(of, none -> new long[more.length]);
        for (int i = 0; i < more.length; i++) {
            sum[i] += more[i];
        }
    }
}
