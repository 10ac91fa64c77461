package io.reprise.playlist;

import io.reprise.history.History;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Plays counted by some key of theirs (item, container, creator); each counter is made when it is first asked for. */
final class Counted {
    private static final int NONE = -1;
    /** The time of a play with a date alone differs by less from the one it is kept under. */
    private static final int DAY_SECONDS = 86_400;

    private final History history;
    private final int end;
    private final int keys;
    private final IntUnaryOperator keyOfPlay;
    private final int firstDated;
    private int @Nullable [] plays;
    private int @Nullable [] first;
    private int @Nullable [] last;
    private long @Nullable [] seconds;

    /** {@code keyOfPlay} gives 0 to {@code keys} - 1 for the index of a play; 0 is for none. */
    Counted(Sight sight, int keys, IntUnaryOperator keyOfPlay) {
        this.history = sight.history();
        this.end = sight.end();
        this.keys = keys;
        this.keyOfPlay = keyOfPlay;
        this.firstDated = Math.min(end, history.firstFrom(History.UNDATED + 1));
    }

    int[] plays() {
        int[] made = plays;
        if (made == null) {
            made = since(0);
            plays = made;
        }
        return made;
    }

    private int[] since(int begin) {
        int[] counts = new int[keys];
        for (int i = begin; i < end; i++) {
            counts[keyOfPlay.applyAsInt(i)]++;
        }
        return counts;
    }

    /** How many began at this second or later. */
    int[] since(long second, Clock clock) {
        int begin = Math.clamp(history.firstFrom(second - DAY_SECONDS), firstDated, end);
        int sure = Math.clamp(history.firstFrom(second + DAY_SECONDS), begin, end);
        int[] counts = since(sure);
        for (int i = begin; i < sure; i++) {
            if (clock.time(i) >= second) {
                counts[keyOfPlay.applyAsInt(i)]++;
            }
        }
        return counts;
    }

    /** Adds those that have no date. */
    void addUndated(int[] counts) {
        for (int i = 0; i < firstDated; i++) {
            counts[keyOfPlay.applyAsInt(i)]++;
        }
    }

    int firstDated() {
        return firstDated;
    }

    /** The index of the first dated play; below 0 where there is none. */
    int[] first() {
        int[] made = first;
        if (made == null) {
            made = new int[keys];
            Arrays.fill(made, NONE);
            for (int i = end - 1; i >= firstDated; i--) {
                made[keyOfPlay.applyAsInt(i)] = i;
            }
            first = made;
        }
        return made;
    }

    /** The index of the last dated play; below 0 where there is none. */
    int[] last() {
        int[] made = last;
        if (made == null) {
            made = new int[keys];
            Arrays.fill(made, NONE);
            for (int i = firstDated; i < end; i++) {
                made[keyOfPlay.applyAsInt(i)] = i;
            }
            last = made;
        }
        return made;
    }

    long[] seconds() {
        long[] made = seconds;
        if (made == null) {
            made = new long[keys];
            for (int i = 0; i < end; i++) {
                made[keyOfPlay.applyAsInt(i)] += history.seconds(i);
            }
            seconds = made;
        }
        return made;
    }
}
