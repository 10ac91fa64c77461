package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.history.History;
import io.reprise.http.Cursor;
import io.reprise.http.Door;
import io.reprise.http.Paging;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.playlist.Definition;
import io.reprise.playlist.Evaluator;
import io.reprise.playlist.Playlist;
import io.reprise.playlist.Track;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is in a list: {@code /api/playlists/{id}/items} and, of rules that are not kept,
 * {@code /api/playlists/evaluate}; lists as files and files as lists.
 */
final class PlaylistItemsDoor implements Door {
    private static final Paging.Rules PAGES = new Paging.Rules("playlist", 1, 100, 1_000);

    private final Desk desk;
    private final PlaylistFiles files;

    PlaylistItemsDoor(Desk desk) {
        this.desk = desk;
        this.files = new PlaylistFiles(desk);
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.post("/api/playlists/evaluate", this::evaluate);
        routes.post("/api/playlists/import", files::take);
        routes.get("/api/playlists/{id}", this::show);
        routes.get("/api/playlists/{id}/items", this::items);
    }

    /**
     * A part of a list: how many items the whole has, how many fit its rules before it is cut, where to go on, what was
     * passed over, and what it says in words.
     */
    record Items(
            int total,
            int matched,
            @Nullable String sentence,
            @Nullable String line,
            List<PlaylistShapes.Row> items,
            List<String> notes,
            @Nullable String next) {}

    private void evaluate(Context context) {
        UserId user = desk.user(context);
        answer(context, user, PlaylistBody.definition(desk, context));
    }

    /** The list itself, or as a file where the id ends as one does. */
    private void show(Context context) {
        String id = context.pathParam("id");
        int point = id.lastIndexOf('.');
        UserId user = desk.user(context);
        if (point > 0) {
            Playlist list = PlaylistDoor.find(desk, user, id.substring(0, point));
            files.give(context, list, id.substring(point + 1));
        } else {
            Playlist list = PlaylistDoor.find(desk, user, id);
            PlaylistDoor.tagged(context, desk.mapper().writeValueAsBytes(PlaylistShapes.Whole.of(list)));
        }
    }

    private void items(Context context) {
        UserId user = desk.user(context);
        Playlist list = PlaylistDoor.find(desk, user, context.pathParam("id"));
        Definition definition = list.definition();
        if (definition == null) {
            answer(context, user, list.tracks());
        } else {
            answer(context, user, definition);
        }
    }

    private void answer(Context context, UserId user, Definition definition) {
        History history = desk.history(user);
        Paging paging = Paging.read(context, PAGES);
        int offset = offset(paging);
        boolean why = Asked.flag(context, "why");
        Evaluator.Question question = question(context, history, offset, paging.limit());
        Evaluator.Answer answer = desk.rooms().lists().evaluator().answer(user, history, definition, question);
        List<PlaylistShapes.Row> rows = new ArrayList<>();
        for (Evaluator.Entry entry : answer.entries()) {
            rows.add(PlaylistShapes.row(history, offset + rows.size() + 1, entry, why));
        }
        answer(
                context,
                new Items(
                        answer.total(),
                        answer.matched(),
                        definition.sentence(),
                        definition.line().orElse(null),
                        rows,
                        answer.notes(),
                        next(offset + rows.size(), answer.total())));
    }

    private void answer(Context context, UserId user, List<Track> tracks) {
        History history = desk.history(user);
        Paging paging = Paging.read(context, PAGES);
        int offset = Math.min(offset(paging), tracks.size());
        List<Track> page = tracks.subList(offset, Math.min(tracks.size(), offset + paging.limit()));
        Map<Integer, Evaluator.Entry> known = desk.rooms().lists().evaluator().tracks(user, history, page);
        List<PlaylistShapes.Row> rows = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            rows.add(PlaylistShapes.row(history, offset + i + 1, page.get(i), known.get(i)));
        }
        int end = offset + rows.size();
        answer(context, new Items(tracks.size(), tracks.size(), null, null, rows, List.of(), next(end, tracks.size())));
    }

    private static int offset(Paging paging) {
        return Math.toIntExact(
                Math.clamp(paging.after().map(cursor -> cursor.number(0)).orElse(0L), 0, Integer.MAX_VALUE));
    }

    private static @Nullable String next(int end, int total) {
        return end < total ? Cursor.of(PAGES.kind(), (long) end).text() : null;
    }

    private void answer(Context context, Items items) {
        Pages.total(context, items.total());
        Pages.next(context, items.next());
        PlaylistDoor.tagged(context, desk.mapper().writeValueAsBytes(items));
    }

    private static Evaluator.Question question(Context context, History history, int offset, int limit) {
        String seed = Objects.requireNonNullElse(Parameter.text(context, "seed"), "");
        Long asOf = asOf(context, history);
        boolean why = Asked.flag(context, "why");
        return Asked.read("query parameter seed", null, () -> new Evaluator.Question(asOf, seed, offset, limit, why));
    }

    /** The end of a local day, or a second. */
    static @Nullable Long asOf(Context context, History history) {
        String text = Parameter.text(context, "as_of");
        if (text == null) {
            return null;
        }
        try {
            return text.length() == "2024-05-01".length()
                    ? history.zones().startOf(LocalDate.parse(text).plusDays(1)) - 1
                    : OffsetDateTime.parse(text.replace(' ', '+')).toEpochSecond();
        } catch (DateTimeException e) {
            throw Problem.badRequest("This is no moment to look back to.")
                    .expected("a date such as 2024-05-01, or a time such as 2024-05-01T20:00:00Z")
                    .got(text)
                    .where("query parameter as_of")
                    .raised();
        }
    }
}
