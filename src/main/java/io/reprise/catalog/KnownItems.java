package io.reprise.catalog;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What was read of items, by their numbers; these run from 1 without gaps, so an array holds them. */
final class KnownItems {
    private static final int CAPACITY_MIN = 1024;
    private CatalogTable.@Nullable Known[] known = new CatalogTable.@Nullable Known[CAPACITY_MIN];

    CatalogTable.@Nullable Known get(int item) {
        return item < known.length ? known[item] : null;
    }

    void put(int item, CatalogTable.Known what) {
        if (item >= known.length) {
            known = Arrays.copyOf(known, Math.max(item + 1, 2 * known.length));
        }
        known[item] = what;
    }

    void clear() {
        known = new CatalogTable.@Nullable Known[CAPACITY_MIN];
    }
}
