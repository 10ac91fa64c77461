package io.reprise.playlist;

import java.util.List;
import java.util.function.IntPredicate;

/** Lists mixed into one: in turns as many of each as its weight says, each item once. */
final class Mix {
    private Mix() {}

    /** {@code lists} and {@code weights} belong together; only items that fit come in. */
    static int[] of(List<int[]> lists, List<Integer> weights, IntPredicate fits) {
        int[] mixed = new int[lists.stream().mapToInt(list -> list.length).sum()];
        java.util.BitSet taken = new java.util.BitSet();
        int[] at = new int[lists.size()];
        int found = 0;
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            for (int i = 0; i < at.length; i++) {
                int left = weights.get(i);
                while (left > 0 && at[i] < lists.get(i).length) {
                    int item = lists.get(i)[at[i]++];
                    if (!taken.get(item) && fits.test(item)) {
                        taken.set(item);
                        mixed[found++] = item;
                        left--;
                    }
                }
                isMore |= at[i] < lists.get(i).length;
            }
        }
        return java.util.Arrays.copyOf(mixed, found);
    }
}
