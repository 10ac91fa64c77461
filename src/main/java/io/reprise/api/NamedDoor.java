package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.history.History;
import io.reprise.http.Door;
import io.reprise.http.Problem;
import io.reprise.report.AlbumReport;
import io.reprise.report.ArtistReport;
import io.reprise.report.Lookup;
import io.reprise.report.TrackReport;
import java.util.OptionalInt;

/**
 * {@code /api/artist/...}, {@code /api/album/...} and {@code /api/track/...}: by their names, as links of old have
 * them.
 */
final class NamedDoor implements Door {
    private final Desk desk;

    NamedDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/artist/{artist}", this::artist);
        routes.get("/api/album/{artist}/{album}", this::album);
        routes.get("/api/track/{artist}/{track}", this::track);
    }

    private void artist(Context context) {
        History history = desk.history(context);
        Question question = Question.read(context, history, desk.today(history));
        int number = found(context, Lookup.creator(history, question.filter(), context.pathParam("artist")));
        desk.answer(
                context,
                ArtistReport.of(history, number, question.range(), question.filter())
                        .orElseThrow(() -> missing(context)));
    }

    private void album(Context context) {
        History history = desk.history(context);
        Question question = Question.read(context, history, desk.today(history));
        OptionalInt named =
                Lookup.container(history, question.filter(), context.pathParam("artist"), context.pathParam("album"));
        desk.answer(
                context,
                AlbumReport.of(history, found(context, named), question.range(), question.filter())
                        .orElseThrow(() -> missing(context)));
    }

    private void track(Context context) {
        History history = desk.history(context);
        Question question = Question.read(context, history, desk.today(history));
        OptionalInt named =
                Lookup.item(history, question.filter(), context.pathParam("artist"), context.pathParam("track"));
        desk.answer(
                context,
                TrackReport.of(history, found(context, named), question.range(), question.filter())
                        .orElseThrow(() -> missing(context)));
    }

    private static int found(Context context, OptionalInt named) {
        return named.orElseThrow(() -> missing(context));
    }

    private static RuntimeException missing(Context context) {
        return Problem.notFound("Nothing of this name is in your history.")
                .got(context.path())
                .where("path")
                .raised();
    }
}
