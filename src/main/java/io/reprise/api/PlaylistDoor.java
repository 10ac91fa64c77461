package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.playlist.Definition;
import io.reprise.playlist.FilePaths;
import io.reprise.playlist.Playlist;
import io.reprise.playlist.Playlists;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * {@code /api/playlists}: the caller's lists, made by hand or by rules. A change may say by {@code If-Match} which
 * state it is a change of, and is refused where that is not the state any more.
 */
final class PlaylistDoor implements Door {
    private static final Parameter.Bounds LIMITS = new Parameter.Bounds(1, 1_000);
    private static final Parameter.Bounds OFFSETS = new Parameter.Bounds(0, Playlists.PLAYLISTS_MAX);
    private static final String PATHS = "/api/playlists/paths";
    private static final String SCHEMA = "/playlist.schema.json";

    private final Desk desk;
    private final byte[] schema;

    PlaylistDoor(Desk desk) {
        this.desk = desk;
        try (InputStream in = PlaylistDoor.class.getResourceAsStream(SCHEMA)) {
            this.schema = Objects.requireNonNull(in, SCHEMA).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + SCHEMA + " cannot be read", e);
        }
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/playlists", this::list);
        routes.post("/api/playlists", this::add);
        routes.get("/api/playlists/schema", this::schema);
        routes.get(PATHS, this::paths);
        routes.put(PATHS, this::keepPaths);
        routes.put("/api/playlists/{id}", this::replace);
        routes.delete("/api/playlists/{id}", this::delete);
    }

    private Playlists playlists() {
        return desk.rooms().lists().playlists();
    }

    /** Lists, and how many there are in all. */
    record Listed(List<PlaylistShapes.Head> playlists, int total) {}

    /** Where the files of the caller lie; see {@link FilePaths}. */
    record Paths(String path, String pathFrom, String pathTo) {
        static Paths of(FilePaths paths) {
            return new Paths(paths.pattern(), paths.from(), paths.to());
        }
    }

    /** What became of a list. */
    record Removed(String id, boolean removed) {}

    private void list(Context context) {
        String words = Objects.requireNonNullElse(Parameter.text(context, "q"), "");
        int limit = Math.toIntExact(Parameter.number(context, "limit", 100, LIMITS));
        int offset = Math.toIntExact(Parameter.number(context, "offset", 0, OFFSETS));
        Playlists.Listed found = playlists().list(desk.user(context), words, limit, offset);
        desk.answer(
                context,
                new Listed(
                        found.playlists().stream().map(PlaylistShapes.Head::of).toList(), found.total()));
    }

    private void schema(Context context) {
        desk.caller(context);
        context.contentType("application/schema+json").result(schema);
    }

    private void paths(Context context) {
        desk.answer(context, Paths.of(playlists().paths(desk.user(context))));
    }

    private void keepPaths(Context context) {
        UserId user = desk.user(context);
        Fields fields = desk.fields(context);
        FilePaths paths = Asked.read(
                "body",
                null,
                () -> new FilePaths(
                        Objects.requireNonNullElse(fields.text("path"), ""),
                        Objects.requireNonNullElse(fields.text("path_from"), ""),
                        Objects.requireNonNullElse(fields.text("path_to"), "")));
        playlists().keep(user, paths);
        desk.answer(context, Paths.of(paths));
    }

    private void add(Context context) {
        UserId user = desk.user(context);
        Playlist list = PlaylistBody.list(desk, context);
        Asked.read("body", null, () -> {
            playlists().add(user, list);
            return list;
        });
        context.status(201);
        context.header("Location", "/api/playlists/" + list.id());
        answer(context, list);
    }

    private void answer(Context context, Playlist list) {
        PlaylistDoor.tagged(context, desk.mapper().writeValueAsBytes(PlaylistShapes.Whole.of(list)));
    }

    /** Answers JSON with its tag, or that it is what the caller has already. */
    static void tagged(Context context, byte[] json) {
        String tag = EntityTag.of(json);
        context.header("ETag", tag);
        context.header("Cache-Control", "private, no-cache");
        if (EntityTag.isAmong(context.header("If-None-Match"), tag)) {
            context.status(304);
        } else {
            context.contentType("application/json").result(json);
        }
    }

    private void replace(Context context) {
        UserId user = desk.user(context);
        Playlist old = find(desk, user, context.pathParam("id"));
        checkState(context, old);
        Playlist told = PlaylistBody.list(desk, context);
        Definition definition = told.definition();
        if ((definition == null) != (old.definition() == null)) {
            throw Problem.of(
                            409,
                            "A list made by hand does not become one made by rules, nor the other way; make a new one.")
                    .where("body")
                    .raised();
        }
        Playlist changed = Asked.read(
                "body",
                null,
                () -> playlists()
                        .change(user, old.id(), list -> {
                            Playlist with = definition == null ? list.withTracks(told.tracks()) : list.with(definition);
                            return with.with(told.words());
                        })
                        .orElseThrow(() -> missing(context.pathParam("id"))));
        answer(context, changed);
    }

    private void delete(Context context) {
        UserId user = desk.user(context);
        Playlist old = find(desk, user, context.pathParam("id"));
        checkState(context, old);
        desk.answer(context, new Removed(old.id().toString(), playlists().delete(user, old.id())));
    }

    private void checkState(Context context, Playlist list) {
        String asked = context.header("If-Match");
        String tag = EntityTag.of(desk.mapper().writeValueAsBytes(PlaylistShapes.Whole.of(list)));
        if (asked != null && !EntityTag.isAmong(asked, tag)) {
            throw Problem.of(412, "The list was changed since you read it; read it again, and change that.")
                    .expected(tag)
                    .got(asked)
                    .where("header If-Match")
                    .raised();
        }
    }

    /** The caller's list of this id, or a problem 404. */
    static Playlist find(Desk desk, UserId user, String id) {
        try {
            return desk.rooms()
                    .lists()
                    .playlists()
                    .find(user, UUID.fromString(id))
                    .orElseThrow(() -> missing(id));
        } catch (IllegalArgumentException e) {
            throw missing(id);
        }
    }

    private static RuntimeException missing(String id) {
        return Problem.notFound("There is no playlist of this id here.")
                .expected("the id of one of your playlists")
                .got(id)
                .where("path")
                .raised();
    }
}
