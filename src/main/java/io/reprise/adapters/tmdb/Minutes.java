package io.reprise.adapters.tmdb;

import org.jspecify.annotations.Nullable;

/** Lengths, which TMDB tells in minutes; 0 means that nobody entered one. */
final class Minutes {
    private static final int SECONDS = 60;
    private static final int MAX = 10_000;

    private Minutes() {}

    static @Nullable Integer seconds(@Nullable Integer minutes) {
        return minutes == null || minutes <= 0 || minutes > MAX ? null : (Integer) (minutes * SECONDS);
    }
}
