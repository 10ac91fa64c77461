package io.reprise.playlist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** Tells items apart by a group they belong to: by artist, album, genre ... Not thread-safe. */
final class Grouping {
    /** What items can be grouped by. */
    static final List<String> WORDS =
            List.of("artist", "creator", "album", "series", "feed", "container", "genre", "kind", "year");

    private Grouping() {}

    static boolean canGroup(Field field) {
        return WORDS.contains(field.word());
    }

    /** The number of an item's group; 0 where it belongs to none. */
    static IntUnaryOperator of(Field field, Values values) {
        return switch (field.measure()) {
            case CREATOR -> values.key(Scope.CREATOR);
            case CONTAINER -> values.key(field.scope());
            case YEAR -> {
                Column year = values.column(field);
                yield item -> Double.isNaN(year.of(item)) ? 0 : (int) year.of(item);
            }
            default -> named(new Wording(values).texts(field));
        };
    }

    private static IntUnaryOperator named(IntFunction<List<String>> texts) {
        Map<String, Integer> numbers = new HashMap<>();
        return item -> {
            List<String> told = texts.apply(item);
            return told.isEmpty() ? 0 : numbers.computeIfAbsent(told.getFirst(), any -> numbers.size() + 1);
        };
    }
}
