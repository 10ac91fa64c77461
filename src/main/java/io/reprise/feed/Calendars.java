package io.reprise.feed;

import io.reprise.catalog.ToldEpisode;
import io.reprise.history.History;
import io.reprise.media.MediaKind;
import io.reprise.report.Daily;
import io.reprise.report.Filter;
import io.reprise.report.Range;
import io.reprise.report.Upcoming;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A history as a calendar: each play, each day, or each episode that comes out. */
final class Calendars {
    static final int PLAYS_MAX = 1_000;
    static final int DAYS_MAX = 400;
    static final int UPCOMING_DAYS = 400;
    /** So long an episode stays in the calendar after it came out. */
    static final int OUT_DAYS = 30;

    static final int EPISODES_MAX = 1_000;

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

    /** Episodes of the series that are watched, from some weeks ago on: at their second, or on their day. */
    static String upcoming(Link link, History history, LocalDate today) {
        CalendarText calendar = new CalendarText(link.title());
        Upcoming.of(history, Filter.NONE, today.minusDays(OUT_DAYS), today.plusDays(UPCOMING_DAYS)).stream()
                .limit(EPISODES_MAX)
                .forEach(each -> episode(calendar, link, each));
        return calendar.done();
    }

    private static void episode(CalendarText calendar, Link link, Upcoming each) {
        ToldEpisode episode = each.episode();
        String id = episode.id().scheme().replace(':', '-') + "-" + episode.id().value();
        calendar.begin(
                "episode-" + id + "-" + link.use().mark() + HOST,
                each.series().list().toldAt());
        Long at = episode.airing().at();
        if (at == null) {
            calendar.wholeDay(each.day());
        } else {
            Integer seconds = episode.seconds();
            calendar.spent(at, seconds == null ? 0 : seconds);
        }
        calendar.text(
                "SUMMARY",
                Escapes.line(each.series().what().name() + ": " + each.series().shown(each.at())));
        calendar.text("CATEGORIES", MediaKind.EPISODE.word());
        calendar.end();
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
