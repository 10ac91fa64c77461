package io.reprise.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a link shows, with the file names at which it does; the first is the usual one. */
public enum Show {
    /** The latest plays, as a feed. */
    PLAYS("What I played", "plays.atom", "plays.json"),
    /** What was read and watched, each item once, at its last play. */
    FINISHED("What I read and watched", "finished.atom", "finished.json"),
    /** Each play as an entry of a calendar. */
    CALENDAR("What I played", "plays.ics"),
    /** Each day as an entry of a calendar. */
    DAYS("My days", "days.ics"),
    /** Episodes of the series that are watched, as they come out, as entries of a calendar. */
    UPCOMING("Upcoming episodes", "upcoming.ics"),
    /** A picture of what is played now, or was last. */
    PLAYING("Now playing", "playing.svg"),
    /** A picture of the most played. */
    TOP("Most played", "top.svg"),
    /** A picture of the last year, a square a day. */
    YEAR("The last year", "year.svg"),
    /** A picture of a few numbers. */
    TOTALS("In numbers", "totals.svg"),
    /** Daily rows. */
    DAILY("Daily rows", "daily.csv", "daily.json", "daily.ndjson", "daily.influx"),
    /** Numbers for Prometheus. */
    METRICS("Metrics", "metrics"),
    /** What is in one playlist; its rules are not shown, for they may say where files lie. */
    PLAYLIST("Playlist", "list.m3u8", "list.xspf", "list.jspf", "list.json", "list.ndjson", "list.csv");

    private final String title;
    private final List<String> files;

    Show(String title, String... files) {
        this.title = title;
        this.files = List.of(files);
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What stands over it where the link has no name. */
    public String title() {
        return title;
    }

    public List<String> files() {
        return files;
    }

    public static Optional<Show> ofWord(String word) {
        return Arrays.stream(values())
                .filter(show -> show.word().equalsIgnoreCase(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Show::word).toList();
    }
}
