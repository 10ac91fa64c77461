package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Scrobble;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code /api/now-playing}: what is being played at this moment; it never becomes a scrobble. */
final class Playing implements Door {
    private final Desk desk;

    Playing(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/now-playing", this::list);
        routes.post("/api/now-playing", this::set);
        routes.delete("/api/now-playing", this::clear);
    }

    record Row(
            String kind,
            String title,
            String credit,
            @Nullable String since,
            @Nullable String until,
            Shapes.@Nullable Source origin,
            JsonNode scrobble) {}

    private NowPlaying nowPlaying() {
        return desk.rooms().books().told().nowPlaying();
    }

    private void list(Context context) {
        UserId user = desk.user(context);
        List<Row> rows = nowPlaying().of(user).stream()
                .map(playing -> row(user, playing))
                .toList();
        desk.answer(context, rows);
    }

    private Row row(UserId user, io.reprise.scrobble.Playing playing) {
        var told = playing.told();
        Times times = told.times();
        Scrobble unstored = new Scrobble(
                user,
                0,
                playing.since(),
                null,
                playing.since(),
                0,
                0,
                playing.submission().format().code(),
                told.verb(),
                times.precision(),
                times.offsetMinutes());
        return new Row(
                told.mention().kind().word(),
                told.mention().title(),
                told.mention().credit().text(),
                Desk.time(playing.since()),
                Desk.time(playing.until()),
                Shapes.Source.orNull(playing.origin()),
                OneScrobble.tree(unstored, told, desk.mapper()));
    }

    private void set(Context context) {
        UserId user = desk.user(context);
        Submission submission = Submitting.read(context.bodyAsBytes(), "body");
        var playing = nowPlaying().set(user, Submitting.origin(context), submission);
        context.status(201);
        desk.answer(context, row(user, playing));
    }

    private void clear(Context context) {
        UserId user = desk.user(context);
        Origin origin = Submitting.origin(context);
        desk.answer(context, new Cleared(nowPlaying().clear(user, origin)));
    }

    /** Whether something was playing. */
    record Cleared(boolean cleared) {}
}
