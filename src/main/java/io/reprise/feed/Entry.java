package io.reprise.feed;

import io.reprise.history.History;
import io.reprise.media.MediaKind;
import io.reprise.report.Filter;
import io.reprise.report.Named;
import io.reprise.report.Range;
import io.reprise.report.Timeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One play as a feed or a calendar tells it: what is known of it in a title and a sentence. */
record Entry(Timeline.Line line, long at, String title, String summary) {
    /** What one has read or watched, where nobody says which kinds. */
    static final Set<MediaKind> READ_AND_WATCHED =
            Set.of(MediaKind.BOOK, MediaKind.FILM, MediaKind.EPISODE, MediaKind.ARTICLE, MediaKind.VIDEO);

    private static final int LOOKED_AT_MAX = 10_000;
    private static final int HOUR_SECONDS = 3_600;
    private static final int MINUTE_SECONDS = 60;

    /** The newest plays that are known to the day, newest first. */
    static List<Entry> plays(History history, Set<MediaKind> kinds, int limit) {
        Filter filter = Filter.NONE.withKinds(kinds);
        return Timeline.of(history, Range.ALL, filter, Timeline.Page.newest(limit)).plays().stream()
                .filter(Entry::hasDay)
                .map(Entry::of)
                .toList();
    }

    /** Each item once, at its last play, newest first, among the newest {@value #LOOKED_AT_MAX} plays. */
    static List<Entry> lastOfEach(History history, Set<MediaKind> kinds, int limit) {
        Filter filter = Filter.NONE.withKinds(kinds.isEmpty() ? READ_AND_WATCHED : kinds);
        List<Entry> entries = new ArrayList<>();
        Set<Integer> met = new HashSet<>();
        String cursor = null;
        for (int looked = 0; looked < LOOKED_AT_MAX; looked += Timeline.PLAYS_MAX) {
            Timeline page = Timeline.of(history, Range.ALL, filter, page(cursor));
            for (Timeline.Line line : page.plays()) {
                if (hasDay(line) && met.add(line.item().number())) {
                    entries.add(of(line));
                }
                if (entries.size() == limit) {
                    return entries;
                }
            }
            cursor = page.older();
            if (cursor == null) {
                break;
            }
        }
        return entries;
    }

    private static Timeline.Page page(@Nullable String cursor) {
        return cursor == null
                ? Timeline.Page.newest(Timeline.PLAYS_MAX)
                : Timeline.Page.olderThan(cursor, Timeline.PLAYS_MAX);
    }

    /** What is known to the month or year only has no place among days. */
    private static boolean hasDay(Timeline.Line line) {
        return switch (line.when().precision()) {
            case INSTANT, MINUTE, DAY -> line.when().at() != null;
            case MONTH, YEAR, UNKNOWN -> false;
        };
    }

    static Entry of(Timeline.Line line) {
        Long at = line.when().at();
        if (at == null) {
            throw new IllegalArgumentException("a play without a date has no place in a feed");
        }
        return new Entry(line, at, Escapes.line(titleOf(line)), Escapes.line(summaryOf(line)));
    }

    private static String titleOf(Timeline.Line line) {
        Named item = line.item();
        Named container = line.container();
        if (item.kind().equals(MediaKind.EPISODE.word()) && container != null) {
            return container.name() + ": " + item.name();
        }
        return item.credit().isEmpty() ? item.name() : item.credit() + " – " + item.name();
    }

    private static String summaryOf(Timeline.Line line) {
        String kind = line.item().kind();
        StringBuilder text = new StringBuilder(kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1));
        if (!line.item().credit().isEmpty()) {
            text.append(" by ").append(line.item().credit());
        }
        Named container = line.container();
        if (container != null) {
            text.append(", from ").append(container.name());
        }
        if (line.seconds() > 0) {
            text.append(", ").append(span(line.seconds()));
        }
        return text.toString();
    }

    /** "40 s", "12 min", "3 h 5 min". */
    static String span(long seconds) {
        if (seconds < MINUTE_SECONDS) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / (double) MINUTE_SECONDS);
        long hours = seconds < HOUR_SECONDS ? 0 : minutes / MINUTE_SECONDS;
        return hours == 0 ? minutes + " min" : hours + " h " + minutes % MINUTE_SECONDS + " min";
    }
}
