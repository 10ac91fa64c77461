package io.reprise.adapters.simkl;

import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.GivenRating;
import io.reprise.imports.ImportFile;
import io.reprise.imports.JsonFormat;
import io.reprise.imports.JsonRow;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import io.reprise.imports.TimeText;
import io.reprise.rating.Scale;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The export of Simkl: one JSON object of shows, anime and films; it tells the last watch of each episode alone. */
public final class SimklExport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Format EPISODE = new JsonFormat(72, "simkl.episode", SimklItem::episode);
    private static final Format FILM = new JsonFormat(73, "simkl.film", SimklItem::film);
    private static final Set<String> SEEN = Set.of("completed", "watching");

    private SimklExport() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("simkl.export", "Simkl export (zip or JSON)"),
                new Origin("simkl", "Simkl export", ""),
                SimklExport::isOurs,
                SimklExport::read,
                List.of(EPISODE, FILM));
    }

    private static boolean isOurs(Sample sample) {
        boolean lists = sample.hasMembers("shows") || sample.hasMembers("movies") || sample.hasMembers("anime");
        return sample.begins("{") && lists && sample.hasMembers("ids", "status");
    }

    private static void read(ImportFile file, Rows rows) {
        JsonSlicer.each(file, "shows[]", rows, (place, element) -> show(place, element, rows));
        JsonSlicer.each(file, "anime[]", rows, (place, element) -> show(place, element, rows));
        JsonSlicer.each(file, "movies[]", rows, (place, element) -> movie(place, element, rows));
    }

    private static void show(Place place, byte[] element, Rows rows) {
        JsonNode show;
        try {
            show = JSON.readTree(element);
        } catch (JacksonException e) {
            rows.refuse(place, element, "expected a JSON object: " + e.getOriginalMessage());
            return;
        }
        int seen = 0;
        for (JsonNode season : show.path("seasons")) {
            for (JsonNode episode : season.path("episodes")) {
                if (episode.hasNonNull("watched_at")) {
                    rows.row(place, EPISODE, episodePayload(show, season, episode));
                    seen++;
                }
            }
        }
        if (seen == 0) {
            rows.leaveOut(place, "a show of which no episode is told as seen");
        } else if (show.hasNonNull("user_rating")) {
            rows.leaveOut(place, "a rating of a whole show; only films and episodes are rated here");
        }
    }

    /** One episode with the names it stands under. */
    private static byte[] episodePayload(JsonNode show, JsonNode season, JsonNode episode) {
        ObjectNode payload = JSON.createObjectNode();
        payload.set("show", show.path("show"));
        payload.set("season", season.path("number"));
        payload.set("episode", episode);
        return payload.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void movie(Place place, byte[] element, Rows rows) {
        try {
            JsonRow row = JsonRow.of(element);
            String status = row.text("status");
            if (row.text("last_watched_at") != null || SEEN.contains(status == null ? "" : status)) {
                rows.row(place, FILM, element);
            } else {
                rows.leaveOut(place, "is on a list and was not seen");
            }
        } catch (Unreadable e) {
            rows.refuse(place, element, String.valueOf(e.getMessage()));
            return;
        }
        GivenRating.read(rows, place, element, () -> rating(JsonRow.of(element)));
    }

    private static Optional<GivenRating> rating(JsonRow row) throws Unreadable {
        Double stars = row.number("user_rating");
        return stars == null
                ? Optional.empty()
                : Optional.of(GivenRating.of(SimklItem.film(row).mention(), Scale.TEN.score(stars), ratedAt(row)));
    }

    private static @Nullable Long ratedAt(JsonRow row) throws Unreadable {
        String rated = row.text("user_rated_at");
        String at = rated == null ? row.text("last_watched_at") : rated;
        return at == null ? null : TimeText.of("user_rated_at", at).second();
    }
}
