package io.reprise.history;

import java.io.IOException;
import java.util.Arrays;

/**
 * Where the items of a library stand that were told as numbered episodes, in the order of items: little for many songs.
 * Grows at its end only.
 */
final class Places {
    private static final int ROOM_AT_FIRST = 64;

    private int[] items;
    private int[] seasons;
    private int[] numbers;
    private int size;

    Places() {
        this(new int[0], new int[0], new int[0], 0);
    }

    private Places(int[] items, int[] seasons, int[] numbers, int size) {
        this.items = items;
        this.seasons = seasons;
        this.numbers = numbers;
        this.size = size;
    }

    /** As they stand in a file. */
    Places(ColumnInput in) throws IOException {
        size = in.size();
        items = in.ints(size, size);
        seasons = in.ints(size, size);
        numbers = in.ints(size, size);
    }

    void write(ColumnOutput out) throws IOException {
        out.number(size);
        out.ints(items, size);
        out.ints(seasons, size);
        out.ints(numbers, size);
    }

    /** An independent copy that may grow while others still read this one. */
    Places copy() {
        return new Places(items.clone(), seasons.clone(), numbers.clone(), size);
    }

    void add(int item, int season, int number) {
        if (size == items.length) {
            int capacity = size + size / 4 + ROOM_AT_FIRST;
            items = Arrays.copyOf(items, capacity);
            seasons = Arrays.copyOf(seasons, capacity);
            numbers = Arrays.copyOf(numbers, capacity);
        }
        items[size] = item;
        seasons[size] = season;
        numbers[size++] = number;
    }

    private int at(int item) {
        return Arrays.binarySearch(items, 0, size, item);
    }

    /** {@link Names#UNTOLD} where it is not known. */
    int season(int item) {
        int at = at(item);
        return at < 0 ? Names.UNTOLD : seasons[at];
    }

    int number(int item) {
        int at = at(item);
        return at < 0 ? Names.UNTOLD : numbers[at];
    }

    long weight() {
        return 12L * items.length;
    }
}
