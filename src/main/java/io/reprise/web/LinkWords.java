package io.reprise.web;

import io.reprise.feed.Link;
import io.reprise.feed.Show;
import io.reprise.media.MediaKind;
import java.util.stream.Collectors;

/** What a link shows, in words. */
final class LinkWords {
    private LinkWords() {}

    static String label(Show show) {
        return switch (show) {
            case PLAYS -> "Feed: what I played (Atom, JSON Feed)";
            case FINISHED -> "Feed: what I read and watched (Atom, JSON Feed)";
            case CALENDAR -> "Calendar: each film, episode and book";
            case DAYS -> "Calendar: each day in a line";
            case UPCOMING -> "Calendar: episodes to come of series you watch";
            case PLAYING -> "Picture: now playing, or played last";
            case TOP -> "Picture: most played";
            case YEAR -> "Picture: the last year, day by day";
            case TOTALS -> "Picture: in numbers";
            case DAILY -> "Table: daily rows (CSV, JSON, NDJSON, InfluxDB)";
            case METRICS -> "Metrics: for Prometheus";
            case PLAYLIST -> "Playlist (M3U8, XSPF, JSPF, JSON, CSV)";
        };
    }

    static String what(Link link) {
        String kinds = link.kinds().stream().sorted().map(MediaKind::plural).collect(Collectors.joining(", "));
        boolean isRanged = switch (link.show()) {
            case TOP, TOTALS, DAILY -> !link.period().equals("all");
            case PLAYS, FINISHED, CALENDAR, DAYS, UPCOMING, PLAYING, YEAR, METRICS, PLAYLIST -> false;
        };
        return label(link.show()) + (kinds.isEmpty() ? "" : " · " + kinds) + (isRanged ? " · " + link.period() : "");
    }
}
