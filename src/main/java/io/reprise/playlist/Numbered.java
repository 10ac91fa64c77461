package io.reprise.playlist;

import io.reprise.history.Names;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Which season an item belongs to or which episode it is: as told of it, else of what was merged into it. */
final class Numbered {
    private Numbered() {}

    static Column seasons(Names names) {
        return column(names, names::season);
    }

    static Column episodes(Names names) {
        return column(names, names::episode);
    }

    private static Column column(Names names, IntUnaryOperator told) {
        int[] numbers = new int[names.lastItem() + 1];
        Arrays.fill(numbers, Names.UNTOLD);
        for (int item = 1; item < numbers.length; item++) {
            int into = names.canonicalItem(item);
            int number = told.applyAsInt(item);
            if (number != Names.UNTOLD && (into == item || numbers[into] == Names.UNTOLD)) {
                numbers[into] = number;
            }
        }
        return item -> numbers[item] == Names.UNTOLD ? Column.MISSING : numbers[item];
    }
}
