package io.reprise.imports;

import io.reprise.scrobble.Unreadable;
import org.jspecify.annotations.Nullable;

/** Text from outside as the stores can hold it: without NUL characters, half surrogate pairs replaced. */
public final class CleanText {
    private CleanText() {}

    /** The text, or null where there is nothing in it; throws where it holds a NUL, which no title or name has. */
    public static @Nullable String orNull(String field, @Nullable String text) throws Unreadable {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.indexOf('\0') >= 0) {
            throw new Unreadable(field + ": expected text, got text with a NUL character in it");
        }
        return isWhole(text) ? text : repaired(text);
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static String repaired(String text) {
        return text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
