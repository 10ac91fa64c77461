package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.MediaKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a range holds in sum: plays, known seconds, how many plays have no known seconds, how many were told without
 * seconds and count as long as their item, how many different items, creators and containers were played and how many
 * of them for the first time ever, the days that have plays, and the same per kind.
 */
public record Totals(
        long plays,
        long seconds,
        long playsWithoutSeconds,
        long playsByLength,
        Met played,
        Met firstMet,
        Days days,
        List<OfKind> kinds) {
    /** Days before this one are not kept by a history. */
    private static final int FIRST_DAY = (int) LocalDate.of(1890, 1, 1).toEpochDay();

    /** Different ones. */
    public record Met(int items, int creators, int containers) {}

    /**
     * Local days with a play that is known to the day: how many, the first and the last, how many in a row up to that
     * last one (a streak still runs where the last day is today or yesterday), and the longest row in the range.
     */
    public record Days(
            int active, @Nullable LocalDate first, @Nullable LocalDate last, int streak, int longestStreak) {}

    /** One kind that has plays, in the order of {@link MediaKind}. */
    public record OfKind(MediaKind kind, long plays, long seconds, int items) {}

    /** The kind that most of the plays are of; empty where there are none. */
    public Optional<MediaKind> mainKind() {
        return kinds.stream().max(Comparator.comparingLong(OfKind::plays)).map(OfKind::kind);
    }

    public static Totals of(History history, Range range, Filter filter) {
        Selection selection = new Selection(history, range, filter);
        return of(selection, Tallies.of(selection), Firsts.of(history));
    }

    static Totals of(Selection selection, Tallies tallies, Firsts firsts) {
        History history = selection.history;
        BitSet days = new BitSet();
        long silent = 0;
        long byLength = 0;
        for (int i = selection.first; i < selection.end; i++) {
            if (selection.has(i)) {
                silent += history.seconds(i) == 0 ? 1 : 0;
                byLength += history.toldSeconds(i) == 0 && history.seconds(i) != 0 ? 1 : 0;
                int day = history.day(i);
                if (day != History.NO_DAY && (history.hasTime(i) || Step.DAY.places(history.precision(i)))) {
                    days.set(day - FIRST_DAY);
                }
            }
        }
        return new Totals(
                tallies.items().allPlays,
                tallies.items().allSeconds,
                silent,
                byLength,
                new Met(
                        tallies.items().distinct(),
                        tallies.creators().distinct(),
                        tallies.containers().distinct()),
                new Met(
                        firsts.metIn(selection, Subject.ITEM, tallies.items()),
                        firsts.metIn(selection, Subject.CREATOR, tallies.creators()),
                        firsts.metIn(selection, Subject.CONTAINER, tallies.containers())),
                days(days),
                kinds(selection.names, tallies.items()));
    }

    private static Days days(BitSet days) {
        if (days.isEmpty()) {
            return new Days(0, null, null, 0, 0);
        }
        int last = days.length() - 1;
        int streak = last - days.previousClearBit(last);
        int longest = 0;
        for (int begin = days.nextSetBit(0); begin >= 0; ) {
            int after = days.nextClearBit(begin);
            longest = Math.max(longest, after - begin);
            begin = days.nextSetBit(after);
        }
        return new Days(days.cardinality(), date(days.nextSetBit(0)), date(last), streak, longest);
    }

    private static LocalDate date(int bit) {
        return LocalDate.ofEpochDay((long) bit + FIRST_DAY);
    }

    private static List<OfKind> kinds(Names names, Tally tally) {
        List<OfKind> kinds = new ArrayList<>();
        for (MediaKind kind : MediaKind.values()) {
            long plays = 0;
            long spent = 0;
            int distinct = 0;
            for (int item = 1; item < tally.plays.length; item++) {
                if (tally.plays[item] != 0 && names.kindCode(item) == kind.code()) {
                    plays += tally.plays[item];
                    spent += tally.seconds[item];
                    distinct++;
                }
            }
            if (plays > 0) {
                kinds.add(new OfKind(kind, plays, spent, distinct));
            }
        }
        return List.copyOf(kinds);
    }
}
