package io.reprise.report;

import io.reprise.history.History;
import java.util.ArrayList;
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
    record Sitting(Run run, long begin, long end) {
        /** How many plays. */
        int count() {
            return run.to() - run.from();
        }

        /** The index of its first play. */
        int first() {
            return run.all()[run.from()];
        }

        /** The index of the play at this place, from 0. */
        int play(int place) {
            return run.all()[run.from() + place];
        }

        long seconds() {
            return end - begin;
        }

        long minutes() {
            return (end - begin) / 60;
        }
    }

    /** A part of an array that the sittings share. */
    record Run(int[] all, int from, int to) {}

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
        int[] plays = new int[selection.end - selection.first];
        int from = 0;
        int size = 0;
        long until = Long.MIN_VALUE;
        for (int i = selection.first; i < selection.end; i++) {
            if (!history.hasTime(i) || !selection.has(i)) {
                continue;
            }
            long at = history.at(i);
            if (size > from && at - until > gapMinutes * 60L) {
                sittings.add(sitting(history, new Run(plays, from, size), fromEnds ? until : Long.MIN_VALUE));
                from = size;
            }
            long end = fromEnds ? at + history.seconds(i) : at;
            until = size == from ? end : Math.max(until, end);
            plays[size++] = i;
        }
        if (size > from) {
            sittings.add(sitting(history, new Run(plays, from, size), fromEnds ? until : Long.MIN_VALUE));
        }
        return new Sittings(sittings);
    }

    private static Sitting sitting(History history, Run run, long until) {
        int last = run.all()[run.to() - 1];
        long end = Math.max(until, history.at(last) + history.seconds(last));
        return new Sitting(run, history.at(run.all()[run.from()]), end);
    }
}
