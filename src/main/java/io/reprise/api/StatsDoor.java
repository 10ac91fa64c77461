package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.history.History;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.report.PeriodStats;
import io.reprise.report.Pulse;
import io.reprise.report.StatsReport;
import io.reprise.report.Totals;
import io.reprise.report.Years;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/stats}, {@code /api/stats/ui}, {@code /api/years}, {@code /api/pulse} and {@code /api/totals}. */
final class StatsDoor implements Door {
    private final Desk desk;

    StatsDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/stats", this::stats);
        routes.get("/api/stats/ui", this::forPages);
        routes.get("/api/years", this::years);
        routes.get("/api/pulse", this::pulse);
        routes.get("/api/totals", this::totals);
    }

    /**
     * The top lists are lists of values, as they always were: {@code [name, count]}, {@code [artist, track, count]}.
     */
    record Stats(long totalScrobbles, List<List<Object>> topArtists, List<List<Object>> topTracks) {}

    private void stats(Context context) {
        StatsReport report = StatsReport.of(desk.history(context), Question.filter(context));
        desk.answer(
                context,
                new Stats(
                        report.totalScrobbles(),
                        report.topArtists().stream()
                                .map(top -> List.<Object>of(top.name(), top.count()))
                                .toList(),
                        report.topTracks().stream()
                                .map(top -> List.<Object>of(top.artist(), top.track(), top.count()))
                                .toList()));
    }

    private void forPages(Context context) {
        History history = desk.history(context);
        Question question = Question.read(context, history, desk.today(history));
        PeriodStats stats = PeriodStats.of(history, question.period(), question.filter());
        String asked = Parameter.text(context, "period");
        desk.answer(
                context,
                asked == null
                        ? stats
                        : new PeriodStats(
                                asked,
                                stats.periodScrobbles(),
                                stats.topArtists(),
                                stats.topTracks(),
                                stats.topAlbums()));
    }

    private void years(Context context) {
        desk.answer(
                context,
                Years.of(desk.history(context), Question.filter(context)).years());
    }

    private void pulse(Context context) {
        History history = desk.history(context);
        Question question = Question.read(context, history, desk.today(history));
        desk.answer(
                context, Pulse.of(history, question.range(), question.filter()).days());
    }

    record OfKind(String kind, long plays, long seconds, int items) {}

    record Sum(
            String range,
            long plays,
            long seconds,
            long playsWithoutSeconds,
            long playsByLength,
            Totals.Met played,
            Totals.Met firstMet,
            int activeDays,
            @Nullable String firstDay,
            @Nullable String lastDay,
            int streak,
            int longestStreak,
            List<OfKind> kinds) {}

    private void totals(Context context) {
        History history = desk.history(context);
        Question question = Question.read(context, history, desk.today(history));
        Totals totals = Totals.of(history, question.range(), question.filter());
        Totals.Days days = totals.days();
        desk.answer(
                context,
                new Sum(
                        question.period().text(),
                        totals.plays(),
                        totals.seconds(),
                        totals.playsWithoutSeconds(),
                        totals.playsByLength(),
                        totals.played(),
                        totals.firstMet(),
                        days.active(),
                        days.first() == null ? null : days.first().toString(),
                        days.last() == null ? null : days.last().toString(),
                        days.streak(),
                        days.longestStreak(),
                        totals.kinds().stream()
                                .map(of -> new OfKind(of.kind().word(), of.plays(), of.seconds(), of.items()))
                                .toList()));
    }
}
