package io.reprise.resolve;

import java.util.Map;

/**
 * Plain words without what is only spelling: articles and "and" dropped, numbers as digits ({@code two}, {@code II}),
 * "pt." as "part", and no spaces.
 */
final class Loose {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("the", ""),
            Map.entry("a", ""),
            Map.entry("an", ""),
            Map.entry("and", ""),
            Map.entry("n", ""),
            Map.entry("pt", "part"),
            Map.entry("pts", "part"),
            Map.entry("parts", "part"),
            Map.entry("teil", "part"),
            Map.entry("vol", "volume"),
            Map.entry("nr", "no"),
            Map.entry("number", "no"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("ii", "2"),
            Map.entry("iii", "3"),
            Map.entry("iv", "4"),
            Map.entry("vi", "6"),
            Map.entry("vii", "7"),
            Map.entry("viii", "8"),
            Map.entry("ix", "9"),
            Map.entry("xi", "11"),
            Map.entry("xii", "12"));
    private static final int WORD_CHARS_MAX = 6;

    private Loose() {}

    static String of(String plain) {
        StringBuilder loose = new StringBuilder(plain.length());
        String before = "";
        for (int start = 0; start < plain.length(); ) {
            int end = plain.indexOf(' ', start);
            end = end < 0 ? plain.length() : end;
            String word = plain.substring(start, end);
            String meant = word.length() > WORD_CHARS_MAX ? word : meant(word, before);
            loose.append(meant);
            before = meant;
            start = end + 1;
        }
        return loose.isEmpty() ? plain : loose.toString();
    }

    /** "I", "V" and "X" are numbers only where one is expected: after "part" or "volume". */
    private static String meant(String word, String before) {
        if (before.equals("part") || before.equals("volume")) {
            switch (word) {
                case "i" -> {
                    return "1";
                }
                case "v" -> {
                    return "5";
                }
                case "x" -> {
                    return "10";
                }
                case "and" -> {
                    return "and";
                }
                default -> {}
            }
        }
        return WORDS.getOrDefault(word, word);
    }
}
