package io.reprise.relay;

import io.reprise.http.Cursor;

/**
 * How far the books have been read by somebody: the last scrobble, rating event and end of a job. Each book is numbered
 * without gaps in the order of its commits, so who goes on from a place misses nothing.
 */
public record Place(long plays, long ratings, long jobs) {
    public static final Place START = new Place(0, 0, 0);
    private static final String KIND = "events";
    private static final int NUMBERS = 3;

    /** The opaque word for it. */
    public String text() {
        return Cursor.of(KIND, plays, ratings, jobs).text();
    }

    /** Takes a word back; any other is a problem 400. */
    public static Place read(String text) {
        Cursor cursor = Cursor.read(KIND, NUMBERS, text);
        return new Place(cursor.number(0), cursor.number(1), cursor.number(2));
    }
}
