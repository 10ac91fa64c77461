package io.reprise.api;

import io.javalin.http.Context;
import io.reprise.http.Problem;
import io.reprise.http.ProblemException;
import io.reprise.media.ExternalId;
import io.reprise.playlist.Definition;
import io.reprise.playlist.Fault;
import io.reprise.playlist.Playlist;
import io.reprise.playlist.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads playlists from the bodies of requests. */
final class PlaylistBody {
    private static final String UNNAMED = "Unnamed list";

    private PlaylistBody() {}

    /** A definition in JSON, or {@code {"line": "kind:song ...", "name": ...}}, or the line itself as text. */
    static Definition definition(Desk desk, Context context) {
        String body = context.body();
        boolean mayHoldLine = body.stripLeading().startsWith("{") && body.contains("\"line\"");
        if (mayHoldLine) {
            Fields fields = desk.fields(context);
            String line = fields.text("line");
            if (line != null) {
                return read(() -> Definition.ofLine(line).named(words(fields.text("name"))));
            }
        }
        return read(() -> Definition.ofText(body));
    }

    /** What stands in a member {@code tracks} makes an ordinary list, all else one by rules. */
    static Playlist list(Desk desk, Context context) {
        JsonNode tracks = tracks(desk, context);
        if (tracks == null) {
            return smart(desk, definition(desk, context));
        }
        Fields fields = desk.fields(context);
        long now = desk.now();
        List<Track> read = new ArrayList<>();
        for (Fields each : fields.objects("tracks")) {
            read.add(track(each, "tracks[" + read.size() + "]", now));
        }
        return Asked.read(
                "body",
                null,
                () -> Playlist.made(
                        new Playlist.Words(fields.needText("name"), words(fields.text("comment")), false), now, read));
    }

    private static @Nullable JsonNode tracks(Desk desk, Context context) {
        boolean mayHold = context.body().contains("\"tracks\"");
        JsonNode body = mayHold ? desk.body(context) : null;
        return body == null ? null : body.get("tracks");
    }

    private static Track track(Fields fields, String where, long now) {
        String id = fields.text("id");
        return Asked.read(
                where,
                null,
                () -> new Track(
                        id == null ? null : ExternalId.parse(id),
                        words(fields.text("title")),
                        words(fields.text("artist")),
                        words(fields.text("album")),
                        now));
    }

    static Playlist smart(Desk desk, Definition definition) {
        String name = definition.words().name();
        return Asked.read(
                "name",
                null,
                () -> Playlist.smart(
                        new Playlist.Words(
                                name.isBlank() ? UNNAMED : name,
                                definition.words().comment(),
                                false),
                        desk.now(),
                        definition));
    }

    private static String words(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** Does what may find a fault in a definition; the fault becomes a problem 400 with its path. */
    static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Fault fault) {
            throw problem(fault);
        }
    }

    private static ProblemException problem(Fault fault) {
        return Problem.badRequest(fault.detail())
                .expected(fault.expected())
                .got(fault.got())
                .where(fault.where())
                .raised();
    }
}
