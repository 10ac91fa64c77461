package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.http.Problem;
import io.reprise.media.Credit;
import io.reprise.media.Mention;
import io.reprise.rating.Rated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code metadata}: what the user's own catalog knows of a song by its names or its MBID. */
final class MetadataRoutes {
    private static final int MBIDS_MAX = 50;

    private final Caller caller;
    private final Recordings recordings;
    private final JsonMapper mapper;

    MetadataRoutes(Caller caller, Recordings recordings, JsonMapper mapper) {
        this.caller = caller;
        this.recordings = recordings;
        this.mapper = mapper;
    }

    /** {@code GET metadata/lookup}: a match has an MBID; without one the answer is empty. */
    void lookup(Context context) {
        User user = caller.require(context);
        String artist = need(context, "artist_name");
        String title = need(context, "recording_name");
        long key = key(artist, title);
        Recordings.Known known = recordings.known(user, List.of(key)).get(key);
        ObjectNode body = mapper.createObjectNode();
        if (known != null && known.mbid() != null) {
            body.put("artist_credit_name", known.artist());
            body.putArray("artist_mbids");
            body.put("recording_mbid", known.mbid());
            body.put("recording_name", known.title());
            body.putNull("release_mbid");
            body.put("release_name", known.release());
            if ("true".equalsIgnoreCase(context.queryParam("metadata"))) {
                write(body.putObject("metadata"), known);
            }
        }
        RequestJson.answer(mapper, context, body);
    }

    private static long key(String artist, String title) {
        try {
            return Rated.keyOf(new Mention.Song(title, Credit.of(artist, "artist"), null, null, null, List.of()));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()))
                    .where("recording_name")
                    .raised();
        }
    }

    private static String need(Context context, String name) {
        String text = context.queryParam(name);
        if (text == null || text.isBlank()) {
            throw Problem.badRequest(name + " is invalid or not present in arguments")
                    .where(name)
                    .raised();
        }
        return text.strip();
    }

    /** {@code GET} and {@code POST metadata/recording}: by MBID; what the catalog does not know is left out. */
    void recordings(Context context) {
        User user = caller.require(context);
        ObjectNode body = mapper.createObjectNode();
        for (String mbid : asked(context)) {
            List<Long> keys = recordings.keysOf(user, mbid);
            Map<Long, Recordings.Known> known = recordings.known(user, keys);
            keys.stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(found -> write(body.putObject(mbid), found));
        }
        RequestJson.answer(mapper, context, body);
    }

    private List<String> asked(Context context) {
        String listed = context.queryParam("recording_mbids");
        List<String> texts = new ArrayList<>(listed == null ? List.of() : List.of(listed.split(",", -1)));
        if (context.method().name().equals("POST")) {
            for (JsonNode each : RequestJson.object(mapper, context).path("recording_mbids")) {
                texts.add(each.isString() ? each.stringValue() : each.toString());
            }
        }
        List<String> mbids = texts.stream()
                .filter(text -> !text.isBlank())
                .map(MetadataRoutes::mbid)
                .toList();
        if (mbids.isEmpty() || mbids.size() > MBIDS_MAX) {
            throw Problem.badRequest("recording_mbids should name 1 to " + MBIDS_MAX + " MBIDs, not " + mbids.size())
                    .where("recording_mbids")
                    .raised();
        }
        return mbids;
    }

    private static String mbid(String told) {
        UUID mbid = Msid.parse(told)
                .orElseThrow(() -> Problem.badRequest("recording mbid " + RequestJson.shown(told) + " is not valid.")
                        .where("recording_mbids")
                        .raised());
        return mbid.toString();
    }

    private static void write(ObjectNode into, Recordings.Known known) {
        ObjectNode artist = into.putObject("artist");
        artist.put("name", known.artist());
        artist.putArray("artists");
        ObjectNode recording = into.putObject("recording");
        recording.put("name", known.title());
        recording.put("length", millis(known.seconds()));
        recording.putArray("rels");
        ObjectNode release = into.putObject("release");
        if (!known.release().isEmpty()) {
            release.put("name", known.release());
        }
    }

    private static @Nullable Long millis(int seconds) {
        return seconds == 0 ? null : (Long) (1000L * seconds);
    }
}
