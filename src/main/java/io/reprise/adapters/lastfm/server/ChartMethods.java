package io.reprise.adapters.lastfm.server;

import io.reprise.account.User;
import io.reprise.history.History;
import io.reprise.report.Chart;
import io.reprise.report.Filter;
import io.reprise.report.Measure;
import io.reprise.report.Range;
import io.reprise.report.Subject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was played most: artists, albums and tracks, in one of Last.fm's periods or between two times, which are read as
 * the user's local days.
 */
final class ChartMethods {
    private static final int WEEK_DAYS = 7;
    private static final int WEEKLY_ROWS = 200;
    private static final long DAY_MAX = 40_000;

    private final Who who;
    private final Songs songs;
    private final InstantSource clock;

    ChartMethods(Who who, Songs songs, InstantSource clock) {
        this.who = who;
        this.songs = songs;
        this.clock = clock;
    }

    Map<String, Method> methods() {
        return Map.of(
                "user.gettopartists", call -> top(call, Subject.CREATOR),
                "user.gettopalbums", call -> top(call, Subject.CONTAINER),
                "user.gettoptracks", call -> top(call, Subject.ITEM),
                "user.getweeklyartistchart", call -> weekly(call, Subject.CREATOR),
                "user.getweeklyalbumchart", call -> weekly(call, Subject.CONTAINER),
                "user.getweeklytrackchart", call -> weekly(call, Subject.ITEM));
    }

    static String word(Subject subject) {
        return switch (subject) {
            case CREATOR -> "artist";
            case CONTAINER -> "album";
            case ITEM -> "track";
        };
    }

    private Element top(Call call, Subject subject) {
        User user = who.requireNamed(call, "user");
        History history = songs.of(user);
        String period =
                call.text("period").isEmpty() ? "overall" : call.text("period").toLowerCase(Locale.ROOT);
        Range range = range(period, today(history));
        Paged paged = Paged.of(call);
        Chart.Ask ask = new Chart.Ask(subject, Measure.PLAYS, paged.limit(), paged.offset());
        Chart chart = Chart.of(history, range, Filter.SONGS, ask);
        List<Element> rows = chart.rows().stream()
                .map(row -> ThingElement.ranked(history, row, call.server()))
                .toList();
        String word = word(subject);
        return paged.about(Element.of("top" + word + "s").attribute("type", period), user, chart.size())
                .attribute("period", period)
                .list(word, rows);
    }

    private LocalDate today(History history) {
        return LocalDate.ofEpochDay(history.zones().dayAt(clock.instant().getEpochSecond()));
    }

    private static Range range(String period, LocalDate today) {
        int days = switch (period) {
            case "overall" -> 0;
            case "7day" -> 7;
            case "1month" -> 30;
            case "3month" -> 90;
            case "6month" -> 180;
            case "12month" -> 365;
            default ->
                throw FaultCode.PARAMETERS.raised("period, which is overall, 7day, 1month, 3month, 6month or 12month");
        };
        return days == 0 ? Range.ALL : Range.of(today.minusDays(days - 1L), today);
    }

    private Element weekly(Call call, Subject subject) {
        User user = who.requireNamed(call, "user");
        History history = songs.of(user);
        long now = clock.instant().getEpochSecond();
        Long from = call.second("from");
        Long to = call.second("to");
        LocalDate last = day(history, to == null ? now : to - 1);
        LocalDate first = from == null ? last.minusDays(WEEK_DAYS - 1L) : day(history, from);
        if (last.isBefore(first)) {
            throw FaultCode.PARAMETERS.raised("to, which lies after from");
        }
        Chart chart = Chart.of(
                history,
                Range.of(first, last),
                Filter.SONGS,
                Chart.Ask.top(subject, call.number("limit", WEEKLY_ROWS, Chart.ROWS_MAX)));
        List<Element> rows = chart.rows().stream()
                .map(row -> ThingElement.weekly(row, call.server()))
                .toList();
        String word = word(subject);
        return Element.of("weekly" + word + "chart")
                .attribute("user", user.name())
                .attribute("from", shown(from))
                .attribute("to", shown(to))
                .list(word, rows);
    }

    private static LocalDate day(History history, long second) {
        long day = Math.clamp(Math.floorDiv(second, 86_400L), -DAY_MAX, DAY_MAX);
        boolean near = day > -DAY_MAX && day < DAY_MAX;
        return LocalDate.ofEpochDay(near ? history.zones().dayAt(second) : day);
    }

    private static String shown(@Nullable Long second) {
        return second == null ? "" : second.toString();
    }
}
