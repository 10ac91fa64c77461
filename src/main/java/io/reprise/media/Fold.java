package io.reprise.media;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds a name for comparison: Unicode NFKC, lower case, white space collapsed and trimmed. Punctuation stays. Folding
 * finds the same name again; it never claims that two different names mean the same thing.
 */
public final class Fold {
    private Fold() {}

    /** The folded form; an empty text stays empty. */
    public static String fold(String text) {
        String composed = isAscii(text)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(composed.length());
        boolean gap = false;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = !folded.isEmpty();
            } else {
                if (gap) {
                    folded.append(' ');
                    gap = false;
                }
                folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
            }
        }
        return folded.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
