package io.reprise.play;

import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Precision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
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
 * origin. The user's {@link DuplicateRule} widens or narrows the 30 s, switches rungs off, asks for a higher score, and
 * names origins that are never folded with each other. Immutable.
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

    private final DuplicateRule rule;
    private final Set<Long> apart;

    private Duplicates(DuplicateRule rule, Set<Long> apart) {
        this.rule = rule;
        this.apart = apart;
    }

    /** By this rule, in a library whose origins have these numbers; what it says of others means nothing here. */
    static Duplicates by(DuplicateRule rule, Map<Integer, Origin> origins) {
        Map<Origin, Integer> numbers = new HashMap<>();
        origins.forEach((number, origin) -> numbers.put(origin, number));
        Set<Long> apart = new HashSet<>();
        for (DuplicateRule.Apart pair : rule.apart()) {
            Integer one = numbers.get(pair.one());
            Integer other = numbers.get(pair.other());
            if (one != null && other != null) {
                apart.add(both(one, other));
                apart.add(both(other, one));
            }
        }
        return new Duplicates(rule, Set.copyOf(apart));
    }

    private static long both(int one, int other) {
        return (long) one << Integer.SIZE | other;
    }

    private record Pair(int one, int other, long distance) {}

    /**
     * Groups of candidates that are one play, the best told first in each; a play without duplicates is a group of one.
     */
    List<List<Candidate>> groups(List<Candidate> candidates) {
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
        return holds(Rung.UNDATED, NAMES_SCORE) && candidates.stream().anyMatch(Undated::isUndated)
                ? Undated.joined(all, this)
                : all;
    }

    /** Whether plays of these origins are never one: one origin tells two plays, and so do those kept apart. */
    boolean isApart(int origin, int other) {
        return origin == other || apart.contains(both(origin, other));
    }

    /** The same, where the user keeps them apart. */
    boolean isKeptApart(int origin, int other) {
        return apart.contains(both(origin, other));
    }

    private boolean holds(Rung rung, double score) {
        return rule.rungs().contains(rung) && rule.isScore(score);
    }

    private void join(int[] group, Map<Integer, List<Candidate>> groups, Pair pair) {
        int into = group[pair.one()];
        int from = group[pair.other()];
        if (into == from || isApart(groups.get(into), groups.get(from))) {
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

    private boolean isApart(@Nullable List<Candidate> one, @Nullable List<Candidate> other) {
        return one != null
                && other != null
                && one.stream()
                        .anyMatch(a -> other.stream()
                                .anyMatch(
                                        b -> isApart(a.play().origin(), b.play().origin())));
    }

    private List<Pair> pairs(List<Candidate> inTime) {
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
    OptionalLong distance(Candidate one, Candidate other) {
        if (isApart(one.play().origin(), other.play().origin())) {
            return OptionalLong.empty();
        }
        if (!one.hasTime() || !other.hasTime()) {
            boolean sameDay = one.play().day() == other.play().day()
                    && one.play().day() != Play.NO_DAY
                    && isDay(one)
                    && isDay(other)
                    && holds(Rung.SAME_DAY, NAMES_SCORE);
            return sameDay ? OptionalLong.of(SAME_DAY) : OptionalLong.empty();
        }
        long starts = Math.abs(one.begin() - other.begin());
        if (starts > Windows.idle(one.kind())) {
            return OptionalLong.empty();
        }
        double score = timeScore(one, other);
        if (holds(Rung.OVERLAP, score) && overlapsByHalf(one, other)
                || holds(Rung.ENDS, score) && endsAgree(one, other)
                || holds(Rung.STARTS, score) && startsAgree(one, other)) {
            return OptionalLong.of(Math.min(starts, ends(one, other)));
        }
        return holds(Rung.SHIFTED, score) && isShifted(one, other)
                ? OptionalLong.of(SHIFTED + Math.abs(starts - lasts(one, other)))
                : OptionalLong.empty();
    }

    /** Why these two are one play, given that they are. */
    Likeness likeness(Candidate one, Candidate other) {
        if (Undated.isUndated(one) || Undated.isUndated(other)) {
            return new Likeness("one has no date, and the other source knows those of as many plays", NAMES_SCORE);
        }
        if (!one.hasTime() || !other.hasTime()) {
            return new Likeness("one is known to the day only, and the other is of that day", NAMES_SCORE);
        }
        double score = timeScore(one, other);
        if (holds(Rung.STARTS, score) && startsAgree(one, other)) {
            return new Likeness("they begin " + Math.abs(one.begin() - other.begin()) + " s apart", score);
        }
        if (holds(Rung.OVERLAP, score) && overlapsByHalf(one, other)) {
            return new Likeness("they overlap by half of the shorter one or more", score);
        }
        if (holds(Rung.ENDS, score) && endsAgree(one, other)) {
            return new Likeness("they end " + ends(one, other) + " s apart", score);
        }
        if (holds(Rung.SHIFTED, score) && isShifted(one, other)) {
            return new Likeness("one lies one length after the other: its source stamps the end", score);
        }
        return new Likeness("both are the same play as a third telling", score);
    }

    /** Why two plays that were one are none by this rule. */
    String unlikeness(Candidate one, Candidate other) {
        if (isKeptApart(one.play().origin(), other.play().origin())) {
            return "their sources would be kept apart";
        }
        if (distance(one, other).isPresent()) {
            return "one of them would be folded with another play";
        }
        return rule.isScore(likeness(one, other).score())
                ? "no sign that would still hold joins them"
                : "the score would have to be " + rule.leastScore() + " at least";
    }

    private static double timeScore(Candidate one, Candidate other) {
        long nearer = Math.min(Math.abs(one.begin() - other.begin()), ends(one, other));
        return NAMES_SCORE + (nearer <= Windows.CLOCKS_SECONDS_MAX ? 0.5 : 0.3);
    }

    private static long ends(Candidate one, Candidate other) {
        return Math.abs(one.end() - other.end());
    }

    private static long lasts(Candidate one, Candidate other) {
        return Math.max(one.lasts(), other.lasts());
    }

    private static boolean isShifted(Candidate one, Candidate other) {
        long lasts = lasts(one, other);
        long starts = Math.abs(one.begin() - other.begin());
        return lasts > 0 && Math.abs(starts - lasts) <= Windows.CLOCKS_SECONDS_MAX;
    }

    private static boolean isDay(Candidate one) {
        return one.play().precision().compareTo(Precision.DAY) <= 0;
    }

    private static boolean overlapsByHalf(Candidate one, Candidate other) {
        long shorter = Math.min(one.end() - one.begin(), other.end() - other.begin());
        long shared = Math.min(one.end(), other.end()) - Math.max(one.begin(), other.begin());
        return shorter > 0 && 2 * shared >= shorter;
    }

    private static boolean endsAgree(Candidate one, Candidate other) {
        long lasts = lasts(one, other);
        return lasts > 0 && ends(one, other) <= Math.min(Windows.ENDS_SECONDS_MAX, lasts / 2);
    }

    private boolean startsAgree(Candidate one, Candidate other) {
        long lasts = lasts(one, other);
        int most = rule.tolerance();
        long tolerance = lasts == 0 ? most : Math.clamp(lasts / 2, Math.min(Windows.CLOCKS_SECONDS_MAX, most), most);
        return Math.abs(one.begin() - other.begin()) <= tolerance;
    }
}
