package io.reprise.playlist;

import io.reprise.history.History;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Plays counted by item or by the container they were played from, each when it is first asked for: a pass over all.
 */
final class CountedPlays implements Counted {
    /** The time of a play with a date alone differs by less from the one it is kept under. */
    private static final int DAY_SECONDS = 86_400;

    private final History history;
    private final boolean isByItem;
    private final int keys;
    private final int end;
    private final int firstDated;
    private int @Nullable [] plays;
    private int @Nullable [] first;
    private int @Nullable [] last;
    private long @Nullable [] seconds;

    CountedPlays(Sight sight, boolean isByItem) {
        this.history = sight.history();
        this.isByItem = isByItem;
        this.keys = 1 + (isByItem ? sight.names().lastItem() : sight.names().lastContainer());
        this.end = sight.end();
        this.firstDated = Math.min(end, history.firstFrom(History.UNDATED + 1));
    }

    /** Asked a million times in a loop, where a function of its own for each sort of key would cost as much again. */
    private int key(int play) {
        return isByItem ? history.item(play) : history.container(play);
    }

    @Override
    public int[] plays() {
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
            counts[key(i)]++;
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
                counts[key(i)]++;
            }
        }
        return counts;
    }

    /** Adds those that have no date. */
    void addUndated(int[] counts) {
        for (int i = 0; i < firstDated; i++) {
            counts[key(i)]++;
        }
    }

    int firstDated() {
        return firstDated;
    }

    @Override
    public int[] first() {
        int[] made = first;
        if (made == null) {
            made = new int[keys];
            Arrays.fill(made, NONE);
            for (int i = end - 1; i >= firstDated; i--) {
                made[key(i)] = i;
            }
            first = made;
        }
        return made;
    }

    @Override
    public int[] last() {
        int[] made = last;
        if (made == null) {
            made = new int[keys];
            Arrays.fill(made, NONE);
            for (int i = firstDated; i < end; i++) {
                made[key(i)] = i;
            }
            last = made;
        }
        return made;
    }

    @Override
    public long[] seconds() {
        long[] made = seconds;
        if (made == null) {
            made = new long[keys];
            for (int i = 0; i < end; i++) {
                made[key(i)] += history.seconds(i);
            }
            seconds = made;
        }
        return made;
    }
}
