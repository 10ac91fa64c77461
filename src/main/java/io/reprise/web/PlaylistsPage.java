package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.http.Problem;
import io.reprise.playlist.Definition;
import io.reprise.playlist.FilePaths;
import io.reprise.playlist.Playlist;
import io.reprise.playlist.Playlists;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** All lists of the user, and a form in which rules are tried before they are kept. */
final class PlaylistsPage {
    static final String PATH = "/playlists";
    private static final int LISTS_MAX = 1_000;
    private static final String UNNAMED = "Unnamed list";

    private final Rooms rooms;
    private final Reception reception;
    private final PlaylistRows rows;

    PlaylistsPage(Rooms rooms, Reception reception) {
        this.rooms = rooms;
        this.reception = reception;
        this.rows = new PlaylistRows(rooms.lists());
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(this::show));
        routes.post(PATH, reception.signedIn(this::keep));
        routes.post(PATH + "/preview", reception.signedIn(this::preview));
        routes.post(PATH + "/paths", reception.signedIn(this::keepPaths));
        new PlaylistPage(rooms, reception, rows).open(routes);
    }

    private Playlists playlists() {
        return rooms.lists().playlists();
    }

    private void show(Visit visit) {
        String rules = Objects.requireNonNullElse(visit.context().queryParam("rules"), "");
        send(visit, new PlaylistDraft(PATH, "", rules, null), kept(visit));
    }

    private PlaylistsView.Paths kept(Visit visit) {
        FilePaths paths = playlists().paths(visit.user().id());
        return new PlaylistsView.Paths(paths.pattern(), paths.from(), paths.to(), null);
    }

    private void send(Visit visit, PlaylistDraft draft, PlaylistsView.Paths paths) {
        List<PlaylistsView.Row> lists = playlists().list(visit.user().id(), "", LISTS_MAX, 0).playlists().stream()
                .map(PlaylistsPage::row)
                .toList();
        PlaylistItems preview = draft.rules().isBlank() || draft.wrong() != null
                ? PlaylistItems.NOTHING
                : rows.tried(visit, draft.rules());
        PlaylistsView view = new PlaylistsView(lists, draft, preview, examples(), paths);
        visit.send((output, tags) -> JteplaylistsGenerated.render(output, tags, visit.frame("Playlists", PATH), view));
    }

    private static PlaylistsView.Row row(Playlist list) {
        Definition definition = list.definition();
        return new PlaylistsView.Row(
                PATH + "/" + list.id(),
                Face.work(list.words().title()),
                list.words().title(),
                definition == null ? "Made by hand" : definition.sentence());
    }

    private static List<PlaylistsView.Example> examples() {
        return List.of(
                example("Forgotten favourites", "kind:song playcount:10.. lastplayed:..-1y sort:random limit:50"),
                example("New to me", "kind:song firstplayed:-30d.. sort:-playcount limit:50"),
                example("Late at night", "kind:song hour(played):23..4 sort:-playcount limit:50"),
                example("On this day", "onThisDay(played):true sort:-playcount limit:50"),
                example("Much played lately", "count(play,30d):5.. sort:-playcount"));
    }

    private static PlaylistsView.Example example(String word, String rules) {
        return new PlaylistsView.Example(
                word, PATH + "?rules=" + URLEncoder.encode(rules, StandardCharsets.UTF_8) + "#new");
    }

    private void preview(Visit visit) {
        PlaylistItems items = rows.tried(visit, field(visit, "rules"));
        visit.send((output, tags) -> JteplaylistItemsGenerated.render(output, tags, items));
    }

    private void keep(Visit visit) {
        String rules = field(visit, "rules");
        String name = field(visit, "name");
        try {
            Playlist list = smart(rules, name, playlists().now());
            playlists().add(visit.user().id(), list);
            visit.seeOther(PATH + "/" + list.id());
        } catch (IllegalArgumentException e) {
            visit.context().status(400);
            send(visit, new PlaylistDraft(PATH, name, rules, PlaylistRows.words(e)), kept(visit));
        }
    }

    private void keepPaths(Visit visit) {
        String pattern = field(visit, "path");
        String from = field(visit, "path_from");
        String to = field(visit, "path_to");
        try {
            playlists().keep(visit.user().id(), new FilePaths(pattern, from, to));
            visit.seeOther(PATH + "#paths");
        } catch (IllegalArgumentException e) {
            visit.context().status(400);
            PlaylistsView.Paths wrong = new PlaylistsView.Paths(pattern, from, to, String.valueOf(e.getMessage()));
            send(visit, new PlaylistDraft(PATH, "", "", null), wrong);
        }
    }

    static Playlist smart(String rules, String name, long now) {
        Definition definition = Definition.ofText(rules);
        String own = definition.words().name();
        String title = !name.isBlank() ? name : own.isBlank() ? UNNAMED : own;
        return Playlist.smart(
                new Playlist.Words(title, definition.words().comment(), false), now, definition.named(title));
    }

    static String field(Visit visit, String name) {
        return Objects.requireNonNullElse(visit.context().formParam(name), "").strip();
    }

    static UUID id(Visit visit) {
        String text = visit.context().pathParam("id");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw missing(text);
        }
    }

    static RuntimeException missing(String id) {
        return Problem.notFound("There is no such playlist here.")
                .got(id)
                .where("path")
                .raised();
    }
}
