package io.reprise.adapters.musicbrainz.offline;

import java.util.Arrays;
import java.util.Optional;

/** The dumps that are understood. The code stands in the index files and never changes. */
enum DumpKind {
    CANONICAL(1, "canonical"),
    RECORDING_REDIRECT(2, "recording-redirect"),
    RELEASE_REDIRECT(3, "release-redirect"),
    RECORDING(4, "recording"),
    ARTIST(5, "artist"),
    RELEASE_GROUP(6, "release-group"),
    /** The recordings that releases hold; the dump of recordings has only those that are on none. */
    RELEASE(7, "release");

    private static final String PREFIX = "musicbrainz-";
    private static final String ENDING = ".index";

    private final int code;
    private final String word;

    DumpKind(int code, String word) {
        this.code = code;
        this.word = word;
    }

    int code() {
        return code;
    }

    /** The name by which people list and drop it, such as {@code musicbrainz-artist}. */
    String title() {
        return PREFIX + word;
    }

    String fileName() {
        return PREFIX + word + ENDING;
    }

    static Optional<DumpKind> named(String title) {
        return Arrays.stream(values())
                .filter(kind -> kind.title().equals(title))
                .findFirst();
    }

    static Optional<DumpKind> ofCode(int code) {
        return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
    }
}
