package io.reprise.media;

import java.util.Locale;
import java.util.Optional;

/**
 * A MusicBrainz id: a UUID in lower case. What kind of thing it names is told by the scheme of its {@link ExternalId}.
 */
public record Mbid(String value) {
    private static final int CHARS = 36;
    /** One bit for each place of a dash; every row of an import asks. */
    private static final long DASHES = 1L << 8 | 1L << 13 | 1L << 18 | 1L << 23;

    private static final boolean[] IS_HEX = hexDigits();

    public Mbid {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!isUuid(value)) {
            throw new IllegalArgumentException(
                    "a MusicBrainz id is a UUID such as 98255a8c-017a-4bc7-8dd6-1fa36124572b, not: " + value);
        }
    }

    /** The MBID, or empty where the text is not of that form. */
    public static Optional<Mbid> find(String text) {
        String stripped = text.strip().toLowerCase(Locale.ROOT);
        return isUuid(stripped) ? Optional.of(new Mbid(stripped)) : Optional.empty();
    }

    private static boolean[] hexDigits() {
        boolean[] digits = new boolean['f' + 1];
        for (char c : "0123456789abcdef".toCharArray()) {
            digits[c] = true;
        }
        return digits;
    }

    private static boolean isUuid(String text) {
        if (text.length() != CHARS) {
            return false;
        }
        for (int i = 0; i < CHARS; i++) {
            char c = text.charAt(i);
            if (c >= IS_HEX.length || (DASHES >>> i & 1) != 0 ? c != '-' : !IS_HEX[c]) {
                return false;
            }
        }
        return true;
    }

    public ExternalId as(String scheme) {
        return new ExternalId(scheme, value);
    }
}
