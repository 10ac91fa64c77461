package io.reprise.report;

import java.util.Arrays;

/** Gathers places with a value each and gives those of the highest values, the earlier place first where they tie. */
final class Highest {
    private static final int VALUE_SHIFT = 32;

    private long[] keys = new long[64];
    private int size;

    /** Both are 0 or more. */
    void add(long value, int place) {
        keys = size == keys.length ? Arrays.copyOf(keys, 2 * size) : keys;
        keys[size++] = Math.min(value, Integer.MAX_VALUE) << VALUE_SHIFT | Integer.MAX_VALUE - place;
    }

    int size() {
        return size;
    }

    /** The places of the highest values, at most {@code limit}. */
    int[] places(int limit) {
        long[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        int[] places = new int[Math.min(limit, size)];
        for (int i = 0; i < places.length; i++) {
            places[i] = Integer.MAX_VALUE - (int) sorted[size - 1 - i];
        }
        return places;
    }
}
