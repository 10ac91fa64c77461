package io.reprise.adapters.musicbrainz;

import java.util.Comparator;

/**
 * A release that a recording is on. {@code date} is {@code 1997}, {@code 1997-05}, {@code 1997-05-21} or empty,
 * {@code country} a code of two letters or empty; {@code told} says that this very release, or a track of it, was told
 * by the source.
 */
record Release(String id, String title, String credit, String date, String country, Group group, boolean told) {
    private static final int FULL_DATE_CHARS = 10;
    private static final String NO_DATE = "9999";

    /** Its release group; {@code type} is {@code Album}, {@code Single} ..., {@code plain} without a secondary type. */
    record Group(String id, String title, String type, boolean plain) {}

    /** The earliest first; of two that may be of one day, that whose date is known better. */
    static final Comparator<Release> EARLIEST =
            Comparator.comparing(Release::latestDay).thenComparing(Release::id);

    boolean isDated() {
        return !date.isEmpty();
    }

    boolean isDatedToTheDay() {
        return date.length() == FULL_DATE_CHARS;
    }

    /** An incomplete date counts as the end of what it may mean, which is its penalty. */
    private String latestDay() {
        return date.isEmpty() ? NO_DATE : date + "-99-99".substring(date.length() - "1997".length());
    }
}
