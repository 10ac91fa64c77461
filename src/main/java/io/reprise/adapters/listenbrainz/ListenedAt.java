package io.reprise.adapters.listenbrainz;

/** The unit of a time that a program tells: seconds, or milliseconds where seconds would lie past the year 5000. */
final class ListenedAt {
    private static final double SECONDS_MAX = 1e11;
    private static final double MILLIS_PER_SECOND = 1000;

    private ListenedAt() {}

    /** The same time in epoch seconds (UTC), with its fraction. */
    static double second(double told) {
        return told > SECONDS_MAX ? told / MILLIS_PER_SECOND : told;
    }
}
