package io.reprise.resolve;

import io.reprise.media.Fold;
import java.text.Normalizer;

/**
 * A name as plain words: folded, accents and apostrophes gone, {@code &} written out, every other sign a gap. A name
 * that is nothing but signs ({@code !!!}, {@code ÷}) stays as {@link Fold} leaves it, so that no name becomes empty.
 */
final class Plain {
    private static final String AND = "and";
    private static final int LATIN_END = 0x250;
    /** The Latin letters without their accents; what is no accented letter stands for itself. */
    private static final char[] BARE = bareLetters();

    private Plain() {}

    static String of(String text) {
        String folded = Fold.fold(text);
        String bare = isAscii(folded) ? folded : withoutAccents(folded);
        StringBuilder words = new StringBuilder(bare.length() + 4);
        boolean gap = false;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (isLetter(c)) {
                gap = append(words, gap, c);
            } else if (stylised(bare, i) != 0) {
                gap = append(words, gap, stylised(bare, i));
            } else if (c == '&' || c == '+' && isAlone(bare, i)) {
                gap = words.isEmpty() ? false : conjunction(words);
            } else if (!isApostrophe(c)) {
                gap = true;
            }
        }
        return words.isEmpty() ? folded : words.toString();
    }

    private static boolean append(StringBuilder words, boolean gap, char c) {
        if (gap && !words.isEmpty()) {
            words.append(' ');
        }
        switch (c) {
            case 'ø' -> words.append('o');
            case 'ł' -> words.append('l');
            case 'đ', 'ð' -> words.append('d');
            case 'þ' -> words.append("th");
            case 'ß' -> words.append("ss");
            case 'æ' -> words.append("ae");
            case 'œ' -> words.append("oe");
            case 'ı' -> words.append('i');
            case 'ħ' -> words.append('h');
            default -> words.append(c);
        }
        return false;
    }

    private static boolean conjunction(StringBuilder words) {
        words.append(' ').append(AND);
        return true;
    }

    /** The letter that a sign inside a word stands for, as in A$AP, P!nk and deadm@u5; 0 where it is only a sign. */
    private static char stylised(String text, int at) {
        boolean before = at > 0 && Character.isLetter(text.charAt(at - 1));
        boolean after = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        return switch (text.charAt(at)) {
            case '$' -> before || after ? 's' : 0;
            case '!' -> before && after ? 'i' : 0;
            case '@' -> before && after ? 'a' : 0;
            default -> 0;
        };
    }

    private static boolean isAlone(String text, int at) {
        return at > 0 && at + 1 < text.length() && text.charAt(at - 1) == ' ' && text.charAt(at + 1) == ' ';
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == '`' || c == '´' || c == '′' || c == 'ʹ';
    }

    private static boolean isLetter(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Marks of the Latin, Greek, Cyrillic, Hebrew and Arabic scripts go; those of other scripts are letters. */
    private static String withoutAccents(String text) {
        char[] bare = text.toCharArray();
        for (int i = 0; i < bare.length; i++) {
            if (bare[i] < LATIN_END) {
                bare[i] = BARE[bare[i]];
            } else if (bare[i] < '\u2010' || bare[i] > '\u2027') {
                return withoutMarks(text);
            }
        }
        return new String(bare);
    }

    private static char[] bareLetters() {
        char[] letters = new char[LATIN_END];
        for (char c = 0; c < LATIN_END; c++) {
            letters[c] =
                    Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        }
        return letters;
    }

    private static String withoutMarks(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder bare = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            boolean accent =
                    c >= '\u0300' && c <= '\u036f' || c >= '\u0591' && c <= '\u05c7' || c >= '\u064b' && c <= '\u065f';
            if (!accent) {
                bare.append(c);
            }
        }
        return Normalizer.normalize(bare, Normalizer.Form.NFC);
    }
}
