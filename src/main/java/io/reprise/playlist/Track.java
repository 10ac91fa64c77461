package io.reprise.playlist;

import io.reprise.media.ExternalId;
import org.jspecify.annotations.Nullable;

/**
 * One place of a playlist: an outside id, and title, credit and release as text, each empty where it was not told.
 * {@code addedAt} is in epoch seconds (UTC). A track has an id or a title.
 */
public record Track(@Nullable ExternalId id, String title, String credit, String release, long addedAt) {
    private static final int CHARS_MAX = 4096;

    public Track {
        title = bounded("title", title);
        credit = bounded("credit", credit);
        release = bounded("release", release);
        if (id == null && title.isEmpty()) {
            throw new IllegalArgumentException("a track of a playlist has an id or a title, and was told with neither");
        }
    }

    static String bounded(String what, String text) {
        String stripped = text.strip();
        if (stripped.length() > CHARS_MAX || stripped.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the " + what + " in a playlist has at most " + CHARS_MAX
                    + " characters and no NUL, not " + stripped.length() + " characters");
        }
        return stripped;
    }
}
