package io.reprise.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Few texts that are said of many things, numbered from 0 in the order they came. */
final class Words {
    private static final int WORD_BYTES_USUAL = 120;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    int number(String word) {
        return numbers.computeIfAbsent(word, added -> {
            words.add(added);
            return words.size() - 1;
        });
    }

    String get(int number) {
        return words.get(number);
    }

    OptionalInt find(String word) {
        Integer number = numbers.get(word);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    int size() {
        return words.size();
    }

    long weight() {
        return (long) WORD_BYTES_USUAL * words.size();
    }
}
