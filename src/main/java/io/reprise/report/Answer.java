package io.reprise.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a report found: one sentence that says the most of it, a few figures, and tables. Where nothing was played the
 * sentence says so and the tables are empty, but they are there.
 */
public record Answer(String sentence, List<Figure> figures, List<Sheet> sheets) {
    /** One number worth its own place; {@code word} names it for programs, {@code title} for people. */
    public record Figure(String word, String title, Cell value) {}

    public Answer {
        figures = List.copyOf(figures);
        sheets = List.copyOf(sheets);
        Set<String> words = new HashSet<>();
        for (Figure figure : figures) {
            distinct(words, figure.word());
        }
        words.clear();
        for (Sheet sheet : sheets) {
            distinct(words, sheet.word());
        }
    }

    private static void distinct(Set<String> words, String word) {
        if (!words.add(word)) {
            throw new IllegalArgumentException("an answer names two things " + word);
        }
    }
}
