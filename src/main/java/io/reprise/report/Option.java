package io.reprise.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Something that can be chosen for a report, by the name it has in addresses ({@code gap_minutes}). */
public sealed interface Option {
    String word();

    /** What a person reads beside the field. */
    String title();

    /** What holds where nothing is chosen. */
    String standard();

    /** The values that are taken, for error messages and help. */
    String expected();

    /** A whole number from {@code min} to {@code max}. */
    record Amount(String word, String title, int min, int max, int otherwise) implements Option {
        /** How many rows of each table are given. */
        static Amount rows(int otherwise) {
            return new Amount("limit", "Rows", 1, Sheet.ROWS_MAX, otherwise);
        }

        @Override
        public String standard() {
            return Integer.toString(otherwise);
        }

        @Override
        public String expected() {
            return "a whole number from " + min + " to " + max;
        }
    }

    /** One of a few words; the first is what holds where nothing is chosen. */
    record Pick(String word, String title, List<String> words) implements Option {
        public Pick {
            words = List.copyOf(words);
        }

        /** What is ranked or followed. */
        static Pick subject(Subject first) {
            return new Pick("subject", "Of", first(first, List.of("creator", "container", "item")));
        }

        /** How fine time is cut. */
        static Pick step(Step first) {
            return new Pick("step", "By", first(first, List.of("day", "week", "month", "year")));
        }

        @Override
        public String standard() {
            return words.getFirst();
        }

        @Override
        public String expected() {
            return String.join(", ", words);
        }
    }

    private static List<String> first(Enum<?> first, List<String> words) {
        String word = first.name().toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(word), words.stream().filter(other -> !other.equals(word)))
                .toList();
    }
}
