package io.reprise.media;

/**
 * An id that somebody outside gave: a scheme (such as {@code mb:recording}, {@code isrc}, {@code imdb},
 * {@code tmdb:movie}, {@code isbn}, {@code url}, {@code spotify:track}, {@code sha256}) and its value as text. An id
 * told by a source is a claim.
 */
public record ExternalId(String scheme, String value) {
    private static final int VALUE_CHARS_MAX = 2048;

    public ExternalId {
        if (!isScheme(scheme)) {
            throw new IllegalArgumentException(
                    "an id's scheme is lower-case words joined by ':' such as mb:recording, not: " + scheme);
        }
        value = value.strip();
        if (value.isEmpty() || value.length() > VALUE_CHARS_MAX) {
            throw new IllegalArgumentException("an id of scheme " + scheme + " has 1 to " + VALUE_CHARS_MAX
                    + " characters, not " + value.length());
        }
    }

    private static boolean isScheme(String text) {
        char before = ':';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean joint = c == ':' || c == '.' || c == '-';
            boolean joined = before == ':' || before == '.' || before == '-';
            if (joint ? joined : (c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
            before = c;
        }
        return before != ':' && before != '.' && before != '-';
    }

    /** Reads {@code scheme=value}, the form of the CLI and the API. */
    public static ExternalId parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("an id is written scheme=value, such as imdb=tt0133093, not: " + text);
        }
        return new ExternalId(text.substring(0, equals), text.substring(equals + 1));
    }

    @Override
    public String toString() {
        return scheme + "=" + value;
    }
}
