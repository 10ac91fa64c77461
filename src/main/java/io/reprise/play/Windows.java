package io.reprise.play;

import io.reprise.media.MediaKind;

/** How far apart in time two reports of one item can be and still belong together, per kind; all in seconds. */
final class Windows {
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    /** Two ends this near are the same play seen twice (a server's webhook against its history: 10 minutes). */
    static final int ENDS_SECONDS_MAX = 10 * MINUTE;
    /** Two starts this near are the same play where nothing is known of its length. */
    static final int STARTS_SECONDS_MAX = 30;
    /** How near two clocks agree at least. */
    static final int CLOCKS_SECONDS_MAX = 10;

    private Windows() {}

    /** The longest pause inside one sitting, and the reach within which duplicates are looked for. */
    static int idle(MediaKind kind) {
        return switch (kind) {
            case SONG -> 30 * MINUTE;
            case EPISODE -> 3 * HOUR;
            case FILM, PODCAST, VIDEO, ARTICLE -> 6 * HOUR;
            case BOOK -> 12 * HOUR;
            case PICTURE -> 10 * MINUTE;
        };
    }

    /** The shortest time in which the kind can be played again from its start, where no length is known. */
    static int again(MediaKind kind) {
        return switch (kind) {
            case SONG -> MINUTE;
            case EPISODE -> 15 * MINUTE;
            case FILM -> HOUR;
            case PODCAST, BOOK -> 10 * MINUTE;
            case VIDEO, ARTICLE -> 5 * MINUTE;
            case PICTURE -> 3;
        };
    }
}
