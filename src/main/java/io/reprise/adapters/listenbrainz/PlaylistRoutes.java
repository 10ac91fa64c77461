package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.http.Problem;
import io.reprise.playlist.Playlist;
import io.reprise.playlist.Playlists;
import io.reprise.playlist.Track;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code playlist}: a user's own lists as JSPF. Somebody else's list is answered like one that is not there. */
final class PlaylistRoutes {
    private static final int ADDED_MAX = 100;
    private static final int SOUGHT_CHARS_MIN = 3;

    private final Caller caller;
    private final Playlists playlists;
    private final JspfWriter writer;
    private final JsonMapper mapper;

    PlaylistRoutes(Caller caller, Playlists playlists, Recordings recordings, JsonMapper mapper) {
        this.caller = caller;
        this.playlists = playlists;
        this.writer = new JspfWriter(recordings);
        this.mapper = mapper;
    }

    /** {@code POST playlist/create}. */
    void create(Context context) {
        User user = caller.require(context);
        JsonNode told = Jspf.playlist(RequestJson.object(mapper, context));
        Playlist.Words words = Jspf.words(told, user);
        List<Track> tracks = Jspf.tracks(told, playlists.now());
        keep(context, user, () -> Playlist.made(words, playlists.now(), tracks));
    }

    /** {@code POST playlist/{id}/copy}. */
    void copy(Context context) {
        User user = caller.require(context);
        Playlist original = find(context, user);
        keep(context, user, () -> original.copied("Copy of " + original.words().title(), playlists.now()));
    }

    private interface Making {
        Playlist make();
    }

    private void keep(Context context, User user, Making making) {
        try {
            Playlist made = making.make();
            playlists.add(user.id(), made);
            ObjectNode body = mapper.createObjectNode().put("status", "ok");
            RequestJson.answer(
                    mapper, context, body.put("playlist_mbid", made.id().toString()));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()))
                    .where("playlist")
                    .raised();
        }
    }

    /** {@code GET playlist/{id}}. */
    void get(Context context) {
        User user = caller.require(context);
        Playlist playlist = find(context, user);
        ObjectNode body = mapper.createObjectNode();
        writer.write(body, user, playlist);
        RequestJson.answer(mapper, context, body);
    }

    private Playlist find(Context context, User user) {
        return playlists.find(user.id(), id(context)).orElseThrow(() -> missing(context));
    }

    private static UUID id(Context context) {
        return Msid.parse(context.pathParam("id"))
                .orElseThrow(() -> Problem.badRequest("Provided playlist ID is invalid.")
                        .where("path")
                        .raised());
    }

    private static RuntimeException missing(Context context) {
        return Problem.notFound("Cannot find playlist: " + RequestJson.shown(context.pathParam("id")))
                .where("path")
                .raised();
    }

    /** {@code POST playlist/edit/{id}}. */
    void edit(Context context) {
        User user = caller.require(context);
        UUID id = id(context);
        JsonNode told = Jspf.playlist(RequestJson.object(mapper, context));
        change(context, user, id, list -> list.with(Jspf.words(told, user, list.words())));
    }

    /** {@code POST playlist/{id}/item/add} and {@code item/add/{offset}}. */
    void add(Context context) {
        User user = caller.require(context);
        UUID id = id(context);
        String offset = Objects.requireNonNullElse(context.pathParamMap().get("offset"), "");
        int index = offset.isEmpty() ? Integer.MAX_VALUE : offset(offset);
        List<Track> tracks = Jspf.tracks(Jspf.playlist(RequestJson.object(mapper, context)), playlists.now());
        if (tracks.size() > ADDED_MAX) {
            throw Problem.badRequest("You may only add max " + ADDED_MAX + " recordings per call.")
                    .where("playlist.track")
                    .raised();
        }
        change(context, user, id, list -> list.withTracksAt(index, tracks));
    }

    private static int offset(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw Problem.badRequest("Offset must be a positive integer.")
                    .where("path")
                    .raised();
        }
        return Integer.parseInt(text);
    }

    /** {@code POST playlist/{id}/item/move}. */
    void move(Context context) {
        User user = caller.require(context);
        UUID id = id(context);
        JsonNode body = RequestJson.object(mapper, context);
        if (!body.has("mbid") || !body.has("from") || !body.has("to") || !body.has("count")) {
            throw Problem.badRequest(
                            "post data for a move instruction must include the keys 'from', 'to', 'count' and 'mbid'.")
                    .where("body")
                    .raised();
        }
        if (Msid.parse(body.path("mbid").asString("")).isEmpty()) {
            throw Problem.badRequest("move instruction mbid is not a valid mbid.")
                    .where("mbid")
                    .raised();
        }
        int from = index(body, "from", "'from', 'to' and 'count'");
        int to = index(body, "to", "'from', 'to' and 'count'");
        int count = index(body, "count", "'from', 'to' and 'count'");
        change(context, user, id, list -> list.withMoved(from, to, count));
    }

    /** {@code POST playlist/{id}/item/delete}. */
    void remove(Context context) {
        User user = caller.require(context);
        UUID id = id(context);
        JsonNode body = RequestJson.object(mapper, context);
        if (!body.has("index") || !body.has("count")) {
            throw Problem.badRequest("post data for a remove instruction must include the keys 'index' and 'count'.")
                    .where("body")
                    .raised();
        }
        int index = index(body, "index", "'index' and 'count'");
        int count = index(body, "count", "'index' and 'count'");
        change(context, user, id, list -> list.without(index, count));
    }

    private static int index(JsonNode body, String field, String all) {
        OptionalLong number = RequestJson.second(body.path(field));
        if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() > Integer.MAX_VALUE) {
            throw Problem.badRequest("move instruction values for " + all + " must all be positive integers.")
                    .where(field)
                    .raised();
        }
        return (int) number.getAsLong();
    }

    private void change(Context context, User user, UUID id, UnaryOperator<Playlist> change) {
        Optional<Playlist> changed;
        try {
            changed = playlists.change(user.id(), id, change);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()))
                    .where("body")
                    .raised();
        }
        if (changed.isEmpty()) {
            throw missing(context);
        }
        RequestJson.ok(context);
    }

    /** {@code POST playlist/{id}/delete}. */
    void delete(Context context) {
        User user = caller.require(context);
        if (!playlists.delete(user.id(), id(context))) {
            throw missing(context);
        }
        RequestJson.ok(context);
    }

    /** {@code GET user/{user}/playlists}: without their tracks. */
    void list(Context context) {
        User user = caller.requireNamed(context);
        answer(context, user, "");
    }

    /** {@code GET user/{user}/playlists/search} and {@code playlist/search}: by words of the title. */
    void search(Context context) {
        boolean isNamed = context.pathParamMap().containsKey("user");
        User user = isNamed ? caller.requireNamed(context) : caller.require(context);
        String query =
                Objects.requireNonNullElse(context.queryParam("query"), "").strip();
        if (query.length() < SOUGHT_CHARS_MIN) {
            throw Problem.badRequest("Query string must be at least " + SOUGHT_CHARS_MIN + " characters long.")
                    .where("query")
                    .raised();
        }
        answer(context, user, query);
    }

    /** {@code GET user/{user}/playlists/createdfor}, {@code collaborator}, {@code recommendations}: there are none. */
    void none(Context context) {
        caller.requireNamed(context);
        answer(context, Slice.read(context), mapper.createArrayNode(), 0);
    }

    private void answer(Context context, User user, String words) {
        Slice slice = Slice.read(context);
        Playlists.Listed listed = playlists.list(user.id(), words, slice.count(), slice.offset());
        ArrayNode rows = mapper.createArrayNode();
        listed.playlists().forEach(each -> writer.write(rows.addObject(), user, each));
        answer(context, slice, rows, listed.total());
    }

    private void answer(Context context, Slice slice, ArrayNode rows, int total) {
        ObjectNode body = mapper.createObjectNode();
        body.set("playlists", rows);
        body.put("playlist_count", total);
        body.put("offset", slice.offset());
        body.put("count", slice.count());
        RequestJson.answer(mapper, context, body);
    }
}
