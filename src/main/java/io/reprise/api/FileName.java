package io.reprise.api;

import io.reprise.media.OneLine;

/** What a person named, as the name of a file that every system takes. */
final class FileName {
    private static final int CHARS_MAX = 100;

    private FileName() {}

    /** Letters, digits, spaces, points, hyphens and underscores as they are, an underscore for any other. */
    static String of(String told) {
        return OneLine.cut(told.replaceAll("[^\\p{L}\\p{N} ._-]", "_"), CHARS_MAX);
    }
}
