package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.playlist.Definition;
import io.reprise.playlist.Playlist;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One list: what is in it, now or on an earlier day, its rules, its files. */
final class PlaylistPage {
    private static final String PATH = PlaylistsPage.PATH + "/{id}";
    private static final List<String> FILES = List.of("jspf", "xspf", "m3u8", "csv", "json");

    private final Rooms rooms;
    private final Reception reception;
    private final PlaylistRows rows;

    PlaylistPage(Rooms rooms, Reception reception, PlaylistRows rows) {
        this.rooms = rooms;
        this.reception = reception;
        this.rows = rows;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(this::show));
        routes.post(PATH, reception.signedIn(this::change));
        routes.post(PATH + "/remove", reception.signedIn(this::remove));
    }

    private Playlist list(Visit visit) {
        UUID id = PlaylistsPage.id(visit);
        return rooms.lists()
                .playlists()
                .find(visit.user().id(), id)
                .orElseThrow(() -> PlaylistsPage.missing(id.toString()));
    }

    private void show(Visit visit) {
        Playlist list = list(visit);
        Definition definition = list.definition();
        PlaylistDraft draft = definition == null
                ? null
                : new PlaylistDraft(href(list), list.words().title(), rules(definition), null);
        send(visit, list, draft);
    }

    private static String href(Playlist list) {
        return PlaylistsPage.PATH + "/" + list.id();
    }

    private static String rules(Definition definition) {
        return definition.line().orElseGet(definition::json);
    }

    private void send(Visit visit, Playlist list, @Nullable PlaylistDraft draft) {
        Definition definition = list.definition();
        LocalDate day = asOf(visit);
        PlaylistItems items =
                definition == null ? rows.tracks(visit, list.tracks()) : rows.items(visit, definition, day);
        PlaylistView.Head head = new PlaylistView.Head(
                list.id().toString(),
                href(list),
                list.words().title(),
                list.words().annotation(),
                definition == null ? "Made by hand." : definition.sentence(),
                definition == null ? "" : definition.line().orElse(""),
                day == null ? "" : day.toString());
        PlaylistView view = new PlaylistView(head, items, draft, downloads(list));
        visit.send((output, tags) -> JteplaylistGenerated.render(
                output, tags, visit.frame(list.words().title(), PlaylistsPage.PATH), view));
    }

    /** The day that is looked back to; null where none is, or the address holds no date. */
    private static @Nullable LocalDate asOf(Visit visit) {
        String text = Objects.requireNonNullElse(visit.context().queryParam("as_of"), "");
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw io.reprise.http.Problem.badRequest("This is no day to look back to.")
                    .expected("a date such as 2024-05-01")
                    .got(text)
                    .where("query parameter as_of")
                    .raised();
        }
    }

    private static List<PlaylistView.Download> downloads(Playlist list) {
        List<String> endings = new ArrayList<>(FILES);
        if (list.definition() != null) {
            endings.add("nsp");
        }
        return endings.stream()
                .map(ending -> new PlaylistView.Download(
                        ending.toUpperCase(java.util.Locale.ROOT), "/api/playlists/" + list.id() + "." + ending))
                .toList();
    }

    private void change(Visit visit) {
        Playlist list = list(visit);
        String rules = PlaylistsPage.field(visit, "rules");
        String name = PlaylistsPage.field(visit, "name");
        try {
            Playlist told = PlaylistsPage.smart(rules, name, list.times().createdAt());
            rooms.lists()
                    .playlists()
                    .change(
                            visit.user().id(),
                            list.id(),
                            old -> old.with(Objects.requireNonNull(told.definition()))
                                    .with(told.words()));
            visit.seeOther(href(list));
        } catch (IllegalArgumentException e) {
            visit.context().status(400);
            send(visit, list, new PlaylistDraft(href(list), name, rules, PlaylistRows.words(e)));
        }
    }

    private void remove(Visit visit) {
        rooms.lists().playlists().delete(visit.user().id(), list(visit).id());
        visit.seeOther(PlaylistsPage.PATH);
    }
}
