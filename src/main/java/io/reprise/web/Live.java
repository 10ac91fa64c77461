package io.reprise.web;

import io.javalin.http.sse.SseClient;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.User;
import io.reprise.history.History;
import io.reprise.report.Filter;
import io.reprise.report.Range;
import io.reprise.report.Timeline;
import io.reprise.scrobble.NowPlaying;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the dashboard shows as it happens: what is playing, and the latest plays. */
final class Live {
    private static final int LATEST_PLAYS = 12;
    private static final int PLAYING_MAX = 3;

    private final Rooms rooms;
    private final Reception reception;
    private final Streams streams;

    Live(Rooms rooms, Reception reception, Streams streams) {
        this.rooms = rooms;
        this.reception = reception;
        this.streams = streams;
    }

    void open(JavalinDefaultRoutingApi routes) {
        reception.guardStream(routes, "/live");
        routes.sse("/live", this::serve);
    }

    private void serve(SseClient client) {
        Optional<User> user = rooms.callers().find(client.ctx());
        if (user.isEmpty()) {
            return;
        }
        Optional<NowPlaying.Watch> watch = rooms.nowPlaying()
                .watch(user.get().id(), any -> streams.ring(user.get().id()));
        try {
            streams.serve(client, user.get().id(), () -> parts(reception.visit(client.ctx(), user.get())));
        } finally {
            watch.ifPresent(NowPlaying.Watch::close);
        }
    }

    private Map<String, String> parts(Visit visit) {
        List<PlayingCard> playing = playing(visit);
        List<DayOfLines> latest = latest(visit);
        return Map.of(
                "now", Html.line((output, tags) -> JtenowGenerated.render(output, tags, playing)),
                "latest", Html.line((output, tags) -> JtedaysGenerated.render(output, tags, latest, false, "")));
    }

    List<PlayingCard> playing(Visit visit) {
        return rooms.nowPlaying().of(visit.user().id()).stream()
                .limit(PLAYING_MAX)
                .map(playing -> PlayingCard.of(playing, visit))
                .toList();
    }

    List<DayOfLines> latest(Visit visit) {
        History history = visit.history();
        Timeline timeline = Timeline.of(history, Range.ALL, Filter.NONE, Timeline.Page.newest(LATEST_PLAYS));
        return Lines.days(visit, timeline.plays(), "");
    }
}
