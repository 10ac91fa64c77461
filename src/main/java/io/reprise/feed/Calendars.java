package io.reprise.feed;

import io.reprise.history.History;
import io.reprise.media.MediaKind;
import io.reprise.report.Daily;
import io.reprise.report.Filter;
import io.reprise.report.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A history as a calendar: each play, or each day. */
final class Calendars {
    static final int PLAYS_MAX = 1_000;
    static final int DAYS_MAX = 400;
    private static final String HOST = "@reprise.invalid";
    private static final Set<MediaKind> LONG = Set.of(MediaKind.FILM, MediaKind.EPISODE, MediaKind.BOOK);

    private Calendars() {}

    /** The newest plays; of films, episodes and books where the link names no kind. */
    static String plays(Link link, History history) {
        CalendarText calendar = new CalendarText(link.title());
        Set<MediaKind> kinds = link.kinds().isEmpty() ? LONG : link.kinds();
        for (Entry entry : Entry.plays(history, kinds, PLAYS_MAX)) {
            calendar.begin("play-" + entry.line().number() + "-" + link.use().mark() + HOST, entry.at());
            LocalDate day = entry.line().when().day();
            if (entry.line().when().time() == null && day != null) {
                calendar.wholeDay(day);
            } else {
                calendar.spent(entry.at(), entry.line().seconds());
            }
            calendar.text("SUMMARY", entry.title());
            calendar.text("DESCRIPTION", entry.summary());
            calendar.text("CATEGORIES", entry.line().item().kind());
            calendar.end();
        }
        return calendar.done();
    }

    /** The days up to today that have plays, each with what it holds. */
    static String days(Link link, History history, LocalDate today) {
        CalendarText calendar = new CalendarText(link.title());
        List<Daily> rows = new ArrayList<>();
        Range range = Range.of(today.minusDays(DAYS_MAX - 1L), today);
        Daily.each(history, range, Filter.NONE.withKinds(link.kinds()), row -> {
            if (!rows.isEmpty() && !rows.getFirst().day().equals(row.day())) {
                day(calendar, link, history, rows);
                rows.clear();
            }
            rows.add(row);
        });
        if (!rows.isEmpty()) {
            day(calendar, link, history, rows);
        }
        return calendar.done();
    }

    private static void day(CalendarText calendar, Link link, History history, List<Daily> rows) {
        LocalDate day = rows.getFirst().day();
        calendar.begin(
                "day-" + day + "-" + link.use().mark() + HOST, history.zones().startOf(day));
        calendar.wholeDay(day);
        StringBuilder summary = new StringBuilder();
        long seconds = 0;
        for (Daily row : rows) {
            MediaKind kind = row.kind();
            summary.append(summary.isEmpty() ? "" : ", ")
                    .append(row.plays())
                    .append(' ')
                    .append(row.plays() == 1 ? kind.word() : kind.plural());
            seconds += row.seconds();
        }
        calendar.text("SUMMARY", summary.toString());
        if (seconds > 0) {
            calendar.text("DESCRIPTION", Entry.span(seconds) + " known");
        }
        calendar.end();
    }
}
