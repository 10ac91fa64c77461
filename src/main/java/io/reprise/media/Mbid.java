package io.reprise.media;

import java.util.Locale;
import java.util.Optional;

/**
 * A MusicBrainz id: a UUID in lower case. What kind of thing it names is told by the scheme of its {@link ExternalId}.
 */
public record Mbid(String value) {
    private static final int CHARS = 36;

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

    private static boolean isUuid(String text) {
        if (text.length() != CHARS) {
            return false;
        }
        for (int i = 0; i < CHARS; i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : (c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    public ExternalId as(String scheme) {
        return new ExternalId(scheme, value);
    }
}
