package io.reprise.adapters.listenbrainz;

/**
 * A recording that a user has pinned: by its MSID or MBID (empty where it was not told), with a few words, from and
 * until when (epoch seconds, UTC; the end is not included).
 */
record Pin(int number, long createdAt, long pinnedUntil, String msid, String mbid, String blurb) {
    static final int BLURB_CHARS_MAX = 280;

    Pin {
        if (pinnedUntil < createdAt) {
            throw new IllegalArgumentException("a pin ends at its beginning or later");
        }
        if (blurb.codePointCount(0, blurb.length()) > BLURB_CHARS_MAX || blurb.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "blurb_content has at most " + BLURB_CHARS_MAX + " characters and no NUL");
        }
    }

    boolean isActive(long now) {
        return now < pinnedUntil;
    }
}
