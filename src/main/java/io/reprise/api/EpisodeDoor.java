package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.catalog.ToldEpisode;
import io.reprise.history.History;
import io.reprise.http.Door;
import io.reprise.http.Problem;
import io.reprise.report.Series;
import io.reprise.report.SeriesBook;
import io.reprise.report.Standing;
import io.reprise.report.Subject;
import io.reprise.resolve.AuthorityName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code /api/containers/{number}/episodes}: the episodes of a series as an authority told them, and what was seen. */
final class EpisodeDoor implements Door {
    private final Desk desk;

    EpisodeDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/containers/{number}/episodes", this::show);
    }

    /** {@code day} is local, {@code at} a second in UTC where a time was told; texts that were not told are empty. */
    record Row(
            String id,
            int season,
            int number,
            String title,
            @Nullable String day,
            @Nullable String at,
            @Nullable Integer seconds,
            boolean out,
            boolean seen,
            @Nullable String lastSeen) {
        static Row of(Series series, int at, LocalDate today) {
            ToldEpisode episode = series.episode(at);
            return new Row(
                    episode.id().toString(),
                    episode.place().season(),
                    episode.place().number(),
                    episode.title(),
                    text(series.day(at)),
                    text(Optional.ofNullable(episode.airing().at())
                            .map(Instant::ofEpochSecond)
                            .orElse(null)),
                    episode.seconds(),
                    series.isOut(at, today),
                    series.isSeen(at),
                    text(series.lastSeen(at)));
        }

        private static @Nullable String text(@Nullable Object told) {
            return told == null ? null : told.toString();
        }
    }

    record Shape(
            int number,
            String name,
            String show,
            String source,
            String licence,
            String attribution,
            String toldAt,
            boolean ended,
            int seen,
            int out,
            @Nullable Row next,
            List<Row> episodes) {}

    private void show(Context context) {
        History history = desk.history(context);
        LocalDate today = desk.today(history);
        int asked = Asked.count(context, "number");
        int number = Standing.named(history, Subject.CONTAINER, asked)
                .orElseThrow(() -> Asked.missing(Subject.CONTAINER.word(), asked))
                .number();
        Series series = SeriesBook.series(history, number).orElseThrow(() -> untold(number));
        Optional<AuthorityName> authority = desk.rooms().identity().review().authority(series.source());
        OptionalInt next = series.next();
        desk.answer(
                context,
                new Shape(
                        number,
                        series.what().name(),
                        series.list().show().toString(),
                        authority.map(AuthorityName::title).orElse(series.source()),
                        authority.map(known -> known.terms().licence()).orElse(""),
                        authority.map(known -> known.terms().attribution()).orElse(""),
                        Instant.ofEpochSecond(series.list().toldAt()).toString(),
                        series.list().ended(),
                        series.seenCount(),
                        series.outCount(today),
                        next.isEmpty() ? null : Row.of(series, next.getAsInt(), today),
                        IntStream.range(0, series.list().episodes().size())
                                .mapToObj(at -> Row.of(series, at, today))
                                .toList()));
    }

    private static RuntimeException untold(int container) {
        return Problem.notFound("No authority told the episodes of container " + container + ".")
                .expected("a series that is tied to its id at TVmaze or TMDB, and a lookup over the network since")
                .where("path")
                .raised();
    }
}
