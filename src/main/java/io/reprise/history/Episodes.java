package io.reprise.history;

import io.reprise.catalog.CatalogRows;
import java.util.Arrays;

/**
 * Which season and number items were told with, for those told with any, in the order of the items as they were first
 * found. Filled while loading, read-only afterwards.
 */
public final class Episodes {
    /** The season or number of what was told without; 0 is that of specials. */
    public static final int UNTOLD = CatalogRows.UNTOLD;

    private int[] items = new int[0];
    private int[] seasons = new int[0];
    private int[] numbers = new int[0];
    private int size;

    Episodes() {}

    Episodes(Episodes other) {
        items = other.items.clone();
        seasons = other.seasons.clone();
        numbers = other.numbers.clone();
        size = other.size;
    }

    void add(int item, int season, int number) {
        if (size == items.length) {
            int capacity = size + size / 4 + 64;
            items = Arrays.copyOf(items, capacity);
            seasons = Arrays.copyOf(seasons, capacity);
            numbers = Arrays.copyOf(numbers, capacity);
        }
        items[size] = item;
        seasons[size] = season;
        numbers[size++] = number;
    }

    public int size() {
        return size;
    }

    /** The item at this place, from 0, before any merge. */
    public int item(int place) {
        return items[place];
    }

    public int season(int place) {
        return seasons[place];
    }

    /** The number within its season. */
    public int number(int place) {
        return numbers[place];
    }

    long weight() {
        return 12L * items.length;
    }
}
