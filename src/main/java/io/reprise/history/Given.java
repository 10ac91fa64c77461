package io.reprise.history;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Names that were given to a few of many numbers; added in the order of numbers. */
final class Given {
    private final Texts names = new Texts(0);
    private int[] numbers = new int[0];

    void add(int number, String name) {
        int size = names.size();
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + size / 4 + 16);
        }
        numbers[size] = number;
        names.add(name);
    }

    @Nullable
    String get(int number) {
        int at = names.size() == 0 ? -1 : Arrays.binarySearch(numbers, 0, names.size(), number);
        return at < 0 ? null : names.get(at);
    }

    long weight() {
        return names.byteCount() + 4L * numbers.length;
    }
}
