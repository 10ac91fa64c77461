package io.reprise.art;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What stands where there is no picture: initials on one of {@value #HUES} pairs of hues, the same for the same name
 * always. People are round, works square.
 */
public record Placeholder(String initials, int hue, boolean round) {
    public static final int HUES = 24;
    private static final int LETTERS_MAX = 2;
    private static final int DEGREES = 360;
    private static final int TURN = 38;
    /** How light the first hue may be, in percent, for white letters on it to be read; by hue. */
    private static final int[] LIGHT = {
        46, 46, 41, 36, 32, 33, 34, 35, 35, 35, 35, 35, 34, 40, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46
    };

    public static Placeholder person(String name) {
        return new Placeholder(initials(name), hue(name), true);
    }

    /** A song looks like its album: {@code container} gives the hue where it is not empty. */
    public static Placeholder work(String title, String container) {
        return new Placeholder(initials(title), hue(container.isEmpty() ? title : container), false);
    }

    /** As an SVG of its own, of any size, without scripts, fonts or addresses. */
    public byte[] svg() {
        int degree = hue * DEGREES / HUES;
        String radius = round ? "50" : "8";
        String text = initials.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" role="img">\
                <defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">\
                <stop offset="0" stop-color="hsl(%d,46%%,%d%%)"/><stop offset="1" stop-color="hsl(%d,50%%,30%%)"/>\
                </linearGradient></defs><rect width="100" height="100" rx="%s" fill="url(#g)"/>\
                <text x="50" y="50" dy=".36em" text-anchor="middle" fill="#fff" font-size="32" font-weight="600" \
                font-family="Georgia,serif">%s</text></svg>
                """.formatted(degree, LIGHT[hue], (degree + TURN) % DEGREES, radius, text)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static int hue(String name) {
        return Math.floorMod(name.strip().toLowerCase(Locale.ROOT).hashCode() * 31 >>> 3, HUES);
    }

    private static String initials(String name) {
        List<String> words = Stream.of(name.split("[\\s/&,]+", 8))
                .map(Placeholder::first)
                .filter(text -> !text.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return "·";
        }
        String first = words.getFirst();
        if (words.size() == 1 || Character.isIdeographic(first.codePointAt(0))) {
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
}
