package io.reprise.playlist;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a misspelled one most likely means. */
final class Near {
    private static final int SOUGHT_CHARS_MAX = 60;

    private Near() {}

    private record Candidate(String word, int distance) {}

    /** The nearest word, where it is near at all: one edit for each three letters. */
    static Optional<String> of(String told, Collection<String> words) {
        String sought =
                told.substring(0, Math.min(told.length(), SOUGHT_CHARS_MAX)).toLowerCase(Locale.ROOT);
        int most = Math.max(1, sought.length() / 3);
        return words.stream()
                .map(word -> new Candidate(word, distance(sought, word.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= most)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** Letters put in, left out, replaced, or two beside each other exchanged (Damerau). */
    private static int distance(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : new Place(i, j).edits(edits, one, other);
            }
        }
        return edits[one.length()][other.length()];
    }

    /** So far into both words. */
    private record Place(int i, int j) {
        int edits(int[][] edits, String one, String other) {
            int replaced = edits[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
            int least = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
            boolean exchanged = i > 1
                    && j > 1
                    && one.charAt(i - 1) == other.charAt(j - 2)
                    && one.charAt(i - 2) == other.charAt(j - 1);
            return exchanged ? Math.min(least, 1 + edits[i - 2][j - 2]) : least;
        }
    }
}
