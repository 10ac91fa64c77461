package io.reprise.report;

import io.reprise.history.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plays that follow one another: a new sitting begins where more than the gap lies between two starts. Only plays whose
 * time of day is known belong to one; they come in the order of time, so no gap is negative.
 */
record Sittings(List<Sitting> sittings) {
    /**
     * From the start of its first play to the end of its last one (to the latest end of all, where the gap counts from
     * there), as far as lengths are known; indices of the history.
     */
    record Sitting(int[] plays, long begin, long end) {
        long seconds() {
            return end - begin;
        }

        long minutes() {
            return (end - begin) / 60;
        }
    }

    static Sittings of(Selection selection, int gapMinutes) {
        return cut(selection, gapMinutes, false);
    }

    /** As {@link #of}, but the gap counts from the end of what was played, as far as its length is known. */
    static Sittings afterRests(Selection selection, int gapMinutes) {
        return cut(selection, gapMinutes, true);
    }

    private static Sittings cut(Selection selection, int gapMinutes, boolean fromEnds) {
        History history = selection.history;
        List<Sitting> sittings = new ArrayList<>();
        int[] plays = new int[16];
        int size = 0;
        long until = Long.MIN_VALUE;
        for (int i = selection.first; i < selection.end; i++) {
            if (!history.hasTime(i) || !selection.has(i)) {
                continue;
            }
            if (size > 0 && history.at(i) - until > gapMinutes * 60L) {
                sittings.add(sitting(history, plays, size, fromEnds ? until : Long.MIN_VALUE));
                size = 0;
            }
            long end = history.at(i) + (fromEnds ? history.seconds(i) : 0);
            until = size == 0 ? end : Math.max(until, end);
            plays = size == plays.length ? Arrays.copyOf(plays, 2 * size) : plays;
            plays[size++] = i;
        }
        if (size > 0) {
            sittings.add(sitting(history, plays, size, fromEnds ? until : Long.MIN_VALUE));
        }
        return new Sittings(sittings);
    }

    private static Sitting sitting(History history, int[] plays, int size, long until) {
        int last = plays[size - 1];
        long end = Math.max(until, history.at(last) + history.seconds(last));
        return new Sitting(Arrays.copyOf(plays, size), history.at(plays[0]), end);
    }
}
