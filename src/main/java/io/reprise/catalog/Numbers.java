package io.reprise.catalog;

import java.util.Arrays;

/** A map from 64-bit keys to numbers above zero, in two arrays: a million entries take 24 MB and no objects. */
final class Numbers {
    private static final int CAPACITY_MIN = 1024;
    private long[] keys = new long[CAPACITY_MIN];
    private int[] numbers = new int[CAPACITY_MIN];
    private int size;

    /** The number of this key, 0 where there is none. */
    int get(long key) {
        int slot = slot(keys, numbers, key);
        return numbers[slot];
    }

    void put(long key, int number) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        int slot = slot(keys, numbers, key);
        if (numbers[slot] == 0) {
            size++;
        }
        keys[slot] = key;
        numbers[slot] = number;
    }

    /** Keeps a key as one of a set; false where it is one already. */
    boolean add(long key) {
        if (get(key) != 0) {
            return false;
        }
        put(key, 1);
        return true;
    }

    int size() {
        return size;
    }

    void clear() {
        Arrays.fill(numbers, 0);
        size = 0;
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        int[] moreNumbers = new int[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (numbers[i] != 0) {
                int slot = slot(moreKeys, moreNumbers, keys[i]);
                moreKeys[slot] = keys[i];
                moreNumbers[slot] = numbers[i];
            }
        }
        keys = moreKeys;
        numbers = moreNumbers;
    }

    private static int slot(long[] keys, int[] numbers, long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ key >>> 32) & mask;
        while (numbers[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
