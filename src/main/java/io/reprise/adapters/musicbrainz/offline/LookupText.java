package io.reprise.adapters.musicbrainz.offline;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds names of dumps and of questions so that they meet: letters and digits only, in lower case, Latin letters
 * without their marks, {@code &} as "and", katakana as hiragana, digits of all scripts as ours. Letters of other
 * scripts stay what they are. A name of signs alone ("!!!") folds to its signs; only a blank one folds to nothing.
 */
final class LookupText {
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long FACTOR = 0xD6E8FEB86659FD93L;
    private static final int KATAKANA_FIRST = 0x30A1;
    private static final int KATAKANA_LAST = 0x30F6;
    private static final int KATAKANA_TO_HIRAGANA = 0x60;

    /** Ranges, first and last, of marks that only colour a letter; marks of other scripts are vowels and stay. */
    private static final int[] MARKS = {
        0x0300, 0x036F, 0x0483, 0x0487, 0x0591, 0x05C7, 0x0610, 0x061A, 0x0640, 0x0640, 0x064B, 0x0655, 0x0670, 0x0670,
        0x06D6, 0x06ED, 0x1AB0, 0x1AFF, 0x1DC0, 0x1DFF, 0x20D0, 0x20FF, 0xFE00, 0xFE0F, 0xFE20, 0xFE2F, 0x02B0, 0x02FF
    };

    private LookupText() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~') {
                return foldAll(text);
            }
            letter(folded, c);
        }
        return folded.isEmpty() ? signs(text) : folded.toString();
    }

    private static void letter(StringBuilder folded, char ascii) {
        if (ascii >= 'a' && ascii <= 'z' || ascii >= '0' && ascii <= '9') {
            folded.append(ascii);
        } else if (ascii >= 'A' && ascii <= 'Z') {
            folded.append((char) (ascii + ('a' - 'A')));
        } else if (ascii == '&') {
            folded.append("and");
        }
    }

    private static String foldAll(String text) {
        String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(parts.length());
        int at = 0;
        while (at < parts.length()) {
            int point = parts.codePointAt(at);
            at += Character.charCount(point);
            if (point <= '~') {
                letter(folded, (char) point);
            } else if (!isMark(point)) {
                point(folded, Character.toLowerCase(point));
            }
        }
        return folded.isEmpty() ? signs(text) : folded.toString();
    }

    private static void point(StringBuilder folded, int point) {
        String latin = latin(point);
        int type = Character.getType(point);
        int digit = Character.digit(point, 10);
        if (!latin.isEmpty()) {
            folded.append(latin);
        } else if (digit >= 0) {
            folded.append((char) ('0' + digit));
        } else if (point >= KATAKANA_FIRST && point <= KATAKANA_LAST) {
            folded.appendCodePoint(point - KATAKANA_TO_HIRAGANA);
        } else if (Character.isLetterOrDigit(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK) {
            folded.appendCodePoint(point);
        }
    }

    /** Letters that Unicode does not take apart, as they are written without them; empty for all others. */
    private static String latin(int point) {
        return switch (point) {
            case 'ß', 'ẞ' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ø' -> "o";
            case 'đ', 'ð' -> "d";
            case 'þ' -> "th";
            case 'ł' -> "l";
            case 'ħ' -> "h";
            case 'ŋ' -> "n";
            case 'ŧ' -> "t";
            case 'ı' -> "i";
            case 'ĸ' -> "k";
            case 'ς' -> "σ";
            default -> "";
        };
    }

    private static boolean isMark(int point) {
        for (int i = 0; i < MARKS.length; i += 2) {
            if (point >= MARKS[i] && point <= MARKS[i + 1]) {
                return true;
            }
        }
        return false;
    }

    private static String signs(String text) {
        StringBuilder signs = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point))
                .filter(point -> !Character.isISOControl(point))
                .forEach(signs::appendCodePoint);
        return signs.toString();
    }

    /** Whether a folded name holds nothing but a to z and digits. */
    static boolean isLatin(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** 64 bits that spread evenly. The index files hold them, so another function needs another version of theirs. */
    static long hash(CharSequence folded) {
        long hash = SEED ^ folded.length();
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * FACTOR;
            hash ^= hash >>> 32;
        }
        return (hash ^ hash >>> 29) * SEED;
    }
}
