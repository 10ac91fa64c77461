package io.reprise.playlist;

import io.reprise.history.History;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;
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

    /**
     * By items as they were first found, for what was merged is settled afterwards, item by item. Asked a million times
     * in a loop, where a function of its own for each sort of key would cost as much again.
     */
    private int key(int play) {
        return isByItem ? history.originalItem(play) : history.container(play);
    }

    @Override
    public int[] plays() {
        int[] made = plays;
        return made == null ? read().plays() : made;
    }

    @Override
    public int[] last() {
        int[] made = last;
        return made == null ? read().last() : made;
    }

    private record PlaysAndLast(int[] plays, int[] last) {}

    /** Whoever asks for one of them asks for the other before the answer is given. */
    private PlaysAndLast read() {
        int[] counts = new int[keys];
        int[] lasts = new int[keys];
        Arrays.fill(lasts, NONE);
        for (int i = 0; i < firstDated; i++) {
            counts[key(i)]++;
        }
        for (int i = firstDated; i < end; i++) {
            int key = key(i);
            counts[key]++;
            lasts[key] = i;
        }
        settle(counts, 0, Integer::sum);
        settle(lasts, NONE, Math::max);
        plays = counts;
        last = lasts;
        return new PlaysAndLast(counts, lasts);
    }

    /** Adds what was counted for items that were merged to what they are now. */
    private void settle(int[] counts, int none, IntBinaryOperator sum) {
        for (int item = 1; isByItem && item < keys; item++) {
            int now = history.names().canonicalItem(item);
            if (now != item && counts[item] != none) {
                counts[now] = counts[now] == none ? counts[item] : sum.applyAsInt(counts[now], counts[item]);
                counts[item] = none;
            }
        }
    }

    /** How many began at this second or later. */
    int[] since(long second, Clock clock) {
        int begin = Math.clamp(history.firstFrom(second - DAY_SECONDS), firstDated, end);
        int sure = Math.clamp(history.firstFrom(second + DAY_SECONDS), begin, end);
        int[] counts = new int[keys];
        for (int i = begin; i < sure; i++) {
            if (clock.time(i) >= second) {
                counts[key(i)]++;
            }
        }
        for (int i = sure; i < end; i++) {
            counts[key(i)]++;
        }
        settle(counts, 0, Integer::sum);
        return counts;
    }

    /** Adds those that have no date. */
    void addUndated(int[] counts) {
        for (int i = 0; i < firstDated; i++) {
            counts[isByItem ? history.item(i) : history.container(i)]++;
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
            settle(made, NONE, Math::min);
            first = made;
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
            settle(made);
            seconds = made;
        }
        return made;
    }

    private void settle(long[] sums) {
        for (int item = 1; isByItem && item < keys; item++) {
            int now = history.names().canonicalItem(item);
            if (now != item) {
                sums[now] += sums[item];
                sums[item] = 0;
            }
        }
    }
}
