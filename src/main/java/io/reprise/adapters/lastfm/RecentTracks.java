package io.reprise.adapters.lastfm;

import io.reprise.imports.JsonSlicer;
import io.reprise.scrobble.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer to {@code user.getRecentTracks}: how many pages there are, how many tracks (null where that is not told, as
 * by Libre.fm), and the tracks of this page, newest first, without the one that plays at the moment. One track alone
 * may stand without its array.
 */
record RecentTracks(long totalPages, @Nullable Long total, List<Track> tracks) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A track as it came; its second is null where none can be read. */
    record Track(byte[] payload, @Nullable Long second) {}

    /** What Last.fm says in place of an answer. */
    record Fault(int code, String message) {}

    static RecentTracks read(byte[] body) throws Unreadable {
        JsonNode recent = tree(body).path("recenttracks");
        if (!recent.isObject()) {
            throw new Unreadable("expected recenttracks, got " + shown(body));
        }
        JsonNode attributes = recent.path("@attr");
        JsonNode told = recent.path("track");
        List<JsonNode> nodes = new ArrayList<>();
        (told.isArray() ? told : List.of(told)).forEach(nodes::add);
        List<byte[]> slices = JsonSlicer.elements(body, "recenttracks.track[]");
        List<Track> tracks = new ArrayList<>();
        int slice = 0;
        for (JsonNode node : nodes) {
            if (node.isObject() && slice < slices.size()) {
                byte[] payload = slices.get(slice++);
                if (!isPlaying(node)) {
                    tracks.add(new Track(payload, second(node)));
                }
            }
        }
        long pages = count(attributes, "totalPages");
        return new RecentTracks(pages, attributes.has("total") ? (Long) count(attributes, "total") : null, tracks);
    }

    /** The error in this body; null where there is none. */
    static @Nullable Fault fault(byte[] body) {
        try {
            JsonNode tree = tree(body);
            JsonNode code = tree.path("error");
            return code.isIntegralNumber()
                    ? new Fault(code.asInt(), tree.path("message").asString(""))
                    : null;
        } catch (Unreadable e) {
            return null;
        }
    }

    static JsonNode tree(byte[] body) throws Unreadable {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new Unreadable("expected JSON, got " + shown(body), e);
        }
    }

    /** Last.fm gives it no time, Libre.fm the moment. */
    private static boolean isPlaying(JsonNode track) {
        return "true".equals(track.path("@attr").path("nowplaying").asString(""));
    }

    static @Nullable Long second(JsonNode track) {
        String text = track.path("date").path("uts").asString("").strip();
        return text.matches("\\d{1,15}") ? Long.valueOf(text) : null;
    }

    static long count(JsonNode attributes, String name) throws Unreadable {
        String text = attributes.path(name).asString("").strip();
        if (!text.matches("\\d{1,15}")) {
            throw new Unreadable("@attr." + name + ": expected a number, got \"" + text + '"');
        }
        return Long.parseLong(text);
    }

    static String shown(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 80), StandardCharsets.UTF_8);
        return '"' + text.replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
