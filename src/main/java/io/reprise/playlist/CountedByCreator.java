package io.reprise.playlist;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/** What was counted by item, summed by the creator who is credited first: no pass over plays is needed for that. */
final class CountedByCreator implements Counted {
    private final Counted items;
    private final IntUnaryOperator creatorOf;
    private final int keys;

    CountedByCreator(Counted items, IntUnaryOperator creatorOf, int keys) {
        this.items = items;
        this.creatorOf = creatorOf;
        this.keys = keys;
    }

    @Override
    public int[] plays() {
        return summed(items.plays(), 0, Integer::sum);
    }

    @Override
    public int[] first() {
        return summed(items.first(), NONE, (one, other) -> one == NONE ? other : Math.min(one, other));
    }

    @Override
    public int[] last() {
        return summed(items.last(), NONE, Math::max);
    }

    /** {@code none} of an item adds nothing. */
    private int[] summed(int[] ofItems, int none, IntBinaryOperator sum) {
        int[] all = new int[keys];
        Arrays.fill(all, none);
        for (int item = 1; item < ofItems.length; item++) {
            if (ofItems[item] != none) {
                int creator = creatorOf.applyAsInt(item);
                all[creator] = sum.applyAsInt(all[creator], ofItems[item]);
            }
        }
        return all;
    }

    @Override
    public long[] seconds() {
        long[] ofItems = items.seconds();
        long[] all = new long[keys];
        for (int item = 1; item < ofItems.length; item++) {
            all[creatorOf.applyAsInt(item)] += ofItems[item];
        }
        return all;
    }
}
