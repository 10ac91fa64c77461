package io.reprise.report;

import io.reprise.history.History;
import java.util.Arrays;
import java.util.Optional;

/**
 * Plays that follow one another: a new sitting begins where more than the gap lies between two starts. Only plays whose
 * time of day is known belong to one; they come in the order of time, so no gap is negative. Columns, for a long
 * history has very many of them: ask for the sitting in a place from 0 to {@link #size}.
 */
final class Sittings {
    private final History history;
    /** The plays of one sitting after those of another; indices of the history. */
    private final int[] plays;
    /** Where among them each begins, and after the last one where they end. */
    private int[] froms = new int[64];

    private long[] ends = new long[64];
    private int size;

    private Sittings(Selection selection) {
        history = selection.history;
        plays = new int[selection.end - selection.first];
    }

    /**
     * One of them: the index of its first play, how many it has, and its begin and end as {@link #begin} and
     * {@link #end} tell them.
     */
    record Sitting(int first, int count, long begin, long end) {
        long seconds() {
            return end - begin;
        }
    }

    static Sittings of(Selection selection, int gapMinutes) {
        return new Sittings(selection).cut(selection, gapMinutes * 60L, false);
    }

    /** As {@link #of}, but the gap counts from the end of what was played, as far as its length is known. */
    static Sittings afterRests(Selection selection, int gapMinutes) {
        return new Sittings(selection).cut(selection, gapMinutes * 60L, true);
    }

    private Sittings cut(Selection selection, long gapSeconds, boolean fromEnds) {
        int from = 0;
        int to = 0;
        long until = Long.MIN_VALUE;
        for (int i = selection.first; i < selection.end; i++) {
            if (!history.hasTime(i) || !selection.has(i)) {
                continue;
            }
            long at = history.at(i);
            if (to > from && at - until > gapSeconds) {
                add(from, to, fromEnds ? until : Long.MIN_VALUE);
                from = to;
            }
            long end = fromEnds ? at + history.seconds(i) : at;
            until = to == from ? end : Math.max(until, end);
            plays[to++] = i;
        }
        if (to > from) {
            add(from, to, fromEnds ? until : Long.MIN_VALUE);
        }
        return this;
    }

    private void add(int from, int to, long until) {
        if (size + 1 == froms.length) {
            froms = Arrays.copyOf(froms, 2 * size + 2);
            ends = Arrays.copyOf(ends, 2 * size + 2);
        }
        int last = plays[to - 1];
        ends[size] = Math.max(until, history.at(last) + history.seconds(last));
        froms[size++] = from;
        froms[size] = to;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** How many plays all of them have. */
    int plays() {
        return froms[size];
    }

    /** How many plays one has. */
    int count(int sitting) {
        return froms[sitting + 1] - froms[sitting];
    }

    /** The index of its play in this place, from 0. */
    int play(int sitting, int place) {
        return plays[froms[sitting] + place];
    }

    /** The start of its first play. */
    long begin(int sitting) {
        return history.at(plays[froms[sitting]]);
    }

    /**
     * The end of its last play, as far as its length is known; the latest end of all where the gap counts from there.
     */
    long end(int sitting) {
        return ends[sitting];
    }

    long seconds(int sitting) {
        return end(sitting) - begin(sitting);
    }

    /** The one that lasted longest, of equal ones the first; empty where there is none. */
    Optional<Sitting> longest() {
        int longest = -1;
        long most = Long.MIN_VALUE;
        for (int sitting = 0; sitting < size; sitting++) {
            if (seconds(sitting) > most) {
                most = seconds(sitting);
                longest = sitting;
            }
        }
        return longest < 0
                ? Optional.empty()
                : Optional.of(new Sitting(play(longest, 0), count(longest), begin(longest), end(longest)));
    }
}
