package io.reprise.web;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The placeholder for a picture: initials on one of {@value #HUES} pairs of hues, the same for the same name always.
 */
record Face(String initials, int hue, boolean round) {
    static final int HUES = 24;
    private static final int LETTERS_MAX = 2;

    /** People are round. */
    static Face person(String name) {
        return new Face(initials(name), hue(name), true);
    }

    /** Works are square. */
    static Face work(String title) {
        return new Face(initials(title), hue(title), false);
    }

    /** A song looks like its album. */
    static Face work(String title, String container) {
        return new Face(initials(title), hue(container.isEmpty() ? title : container), false);
    }

    private static int hue(String name) {
        return Math.floorMod(name.strip().toLowerCase(Locale.ROOT).hashCode() * 31 >>> 3, HUES);
    }

    private static String initials(String name) {
        List<String> words = Stream.of(name.split("[\\s/&,]+", 8))
                .map(Face::first)
                .filter(text -> !text.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return "·";
        }
        String first = words.getFirst();
        if (words.size() == 1 || isIdeographic(first)) {
            return first;
        }
        return words.stream().limit(LETTERS_MAX).reduce("", String::concat);
    }

    /** The first letter or digit of a word, with its accent, as a capital. */
    private static String first(String word) {
        String composed = Normalizer.normalize(word, Normalizer.Form.NFC);
        return composed.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .map(letter -> letter.toUpperCase(Locale.ROOT))
                .orElse("");
    }

    private static boolean isIdeographic(String letter) {
        return Character.isIdeographic(letter.codePointAt(0));
    }
}
