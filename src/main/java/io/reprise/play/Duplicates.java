package io.reprise.play;

import io.reprise.scrobble.Precision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which plays of one item, told by different origins, are the same play. The ladder, with the distance that ranks a
 * pair:
 *
 * <ol>
 *   <li>they overlap by at least half of the shorter one, or their ends lie within 10 minutes and half the item's
 *       length, or their starts within 30 s: the nearer of start and end;
 *   <li>one lies exactly one length after the other (one source stamps the start, the other the end), to 10 s;
 *   <li>one is known to the day only: the same local day.
 * </ol>
 *
 * Nearest pairs join first, one play of each origin at most in a group, so a song on repeat told by two origins pairs
 * off one to one. The best told play of a group counts: with a time before without, with seconds before without,
 * longer, earlier. An unknown date never matches by time; {@link Undated} says when such plays are those of another
 * origin.
 */
final class Duplicates {
    private static final long SHIFTED = 1_000_000;
    private static final long SAME_DAY = 2_000_000;
    private static final int PAIRED_MAX = 2_000;
    private static final double NAMES_SCORE = 0.7;

    static final Comparator<Candidate> BEST_TOLD = Comparator.comparing((Candidate one) -> !one.hasTime())
            .thenComparing(one -> one.play().precision())
            .thenComparing(one -> one.play().seconds() == null)
            .thenComparingInt(one -> -one.play().secondsOrZero())
            .thenComparingLong(Candidate::begin)
            .thenComparingInt(one -> one.play().origin())
            .thenComparingLong(one -> one.play().number());

    private Duplicates() {}

    private record Pair(int one, int other, long distance) {}

    /**
     * Groups of candidates that are one play, the best told first in each; a play without duplicates is a group of one.
     */
    static List<List<Candidate>> groups(List<Candidate> candidates) {
        List<Candidate> inTime = candidates.stream()
                .sorted(Comparator.comparingLong(Candidate::begin).thenComparing(BEST_TOLD))
                .toList();
        int[] group = new int[inTime.size()];
        Map<Integer, List<Candidate>> groups = new HashMap<>();
        for (int i = 0; i < inTime.size(); i++) {
            group[i] = i;
            groups.put(i, new ArrayList<>(List.of(inTime.get(i))));
        }
        for (Pair pair : pairs(inTime)) {
            join(group, groups, pair);
        }
        groups.values().forEach(list -> list.sort(BEST_TOLD));
        List<List<Candidate>> all = List.copyOf(groups.values());
        return candidates.stream().anyMatch(Undated::isUndated) ? Undated.joined(all) : all;
    }

    private static void join(int[] group, Map<Integer, List<Candidate>> groups, Pair pair) {
        int into = group[pair.one()];
        int from = group[pair.other()];
        if (into == from || shareOrigin(groups.get(into), groups.get(from))) {
            return;
        }
        List<Candidate> joined = groups.remove(from);
        if (joined != null) {
            groups.computeIfAbsent(into, none -> new ArrayList<>()).addAll(joined);
        }
        for (int i = 0; i < group.length; i++) {
            if (group[i] == from) {
                group[i] = into;
            }
        }
    }

    private static boolean shareOrigin(@Nullable List<Candidate> one, @Nullable List<Candidate> other) {
        return one != null
                && other != null
                && one.stream()
                        .anyMatch(a -> other.stream()
                                .anyMatch(b -> a.play().origin() == b.play().origin()));
    }

    private static List<Pair> pairs(List<Candidate> inTime) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < inTime.size(); i++) {
            for (int j = i + 1; j < Math.min(inTime.size(), i + PAIRED_MAX); j++) {
                OptionalLong distance = distance(inTime.get(i), inTime.get(j));
                if (distance.isPresent()) {
                    pairs.add(new Pair(i, j, distance.getAsLong()));
                }
            }
        }
        pairs.sort(Comparator.comparingLong(Pair::distance)
                .thenComparingInt(Pair::one)
                .thenComparingInt(Pair::other));
        return pairs;
    }

    /** How far apart two tellings of one play are, in ranks of the ladder; empty where they are two plays. */
    static OptionalLong distance(Candidate one, Candidate other) {
        if (one.play().origin() == other.play().origin()) {
            return OptionalLong.empty();
        }
        if (!one.hasTime() || !other.hasTime()) {
            boolean sameDay = one.play().day() == other.play().day()
                    && one.play().day() != Play.NO_DAY
                    && isDay(one)
                    && isDay(other);
            return sameDay ? OptionalLong.of(SAME_DAY) : OptionalLong.empty();
        }
        long starts = Math.abs(one.begin() - other.begin());
        long ends = Math.abs(one.end() - other.end());
        long lasts = Math.max(one.lasts(), other.lasts());
        if (starts > Windows.idle(one.kind())) {
            return OptionalLong.empty();
        }
        if (overlapsByHalf(one, other) || endsAgree(ends, lasts) || startsAgree(starts, lasts)) {
            return OptionalLong.of(Math.min(starts, ends));
        }
        boolean shifted = lasts > 0 && Math.abs(starts - lasts) <= Windows.CLOCKS_SECONDS_MAX;
        return shifted ? OptionalLong.of(SHIFTED + Math.abs(starts - lasts)) : OptionalLong.empty();
    }

    /** Why these two are one play, given that they are. */
    static Likeness likeness(Candidate one, Candidate other) {
        if (Undated.isUndated(one) || Undated.isUndated(other)) {
            return new Likeness("one has no date, and the other source knows those of as many plays", NAMES_SCORE);
        }
        if (!one.hasTime() || !other.hasTime()) {
            return new Likeness("one is known to the day only, and the other is of that day", NAMES_SCORE);
        }
        long starts = Math.abs(one.begin() - other.begin());
        long ends = Math.abs(one.end() - other.end());
        long lasts = Math.max(one.lasts(), other.lasts());
        double score = Math.min(starts, ends) <= Windows.CLOCKS_SECONDS_MAX ? NAMES_SCORE + 0.5 : NAMES_SCORE + 0.3;
        if (startsAgree(starts, lasts)) {
            return new Likeness("they begin " + starts + " s apart", score);
        }
        if (overlapsByHalf(one, other)) {
            return new Likeness("they overlap by half of the shorter one or more", score);
        }
        if (endsAgree(ends, lasts)) {
            return new Likeness("they end " + ends + " s apart", score);
        }
        if (Math.abs(starts - lasts) <= Windows.CLOCKS_SECONDS_MAX) {
            return new Likeness("one lies one length after the other: its source stamps the end", score);
        }
        return new Likeness("both are the same play as a third telling", score);
    }

    private static boolean isDay(Candidate one) {
        return one.play().precision().compareTo(Precision.DAY) <= 0;
    }

    private static boolean overlapsByHalf(Candidate one, Candidate other) {
        long shorter = Math.min(one.end() - one.begin(), other.end() - other.begin());
        long shared = Math.min(one.end(), other.end()) - Math.max(one.begin(), other.begin());
        return shorter > 0 && 2 * shared >= shorter;
    }

    private static boolean endsAgree(long ends, long lasts) {
        return lasts > 0 && ends <= Math.min(Windows.ENDS_SECONDS_MAX, lasts / 2);
    }

    private static boolean startsAgree(long starts, long lasts) {
        long tolerance = lasts == 0
                ? Windows.STARTS_SECONDS_MAX
                : Math.clamp(lasts / 2, Windows.CLOCKS_SECONDS_MAX, Windows.STARTS_SECONDS_MAX);
        return starts <= tolerance;
    }
}
