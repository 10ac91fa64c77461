package io.reprise.adapters.kodi;

import io.reprise.imports.JsonRow;
import io.reprise.inlet.Claim;
import io.reprise.inlet.ItemIds;
import io.reprise.inlet.JsonFormat;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.scrobble.Position;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the Kodi add-on for Ryot posts: an id of TMDB, and how much lies behind in percent. It names nothing, so the id
 * stands for the title where no title is added.
 */
final class AddOnReport {
    static final JsonFormat FORMAT = new JsonFormat(36, "kodi.add-on", AddOnReport::told);

    static final double PERCENT = 100;

    private AddOnReport() {}

    static Told told(JsonRow row) throws Unreadable {
        return new Told(
                Verb.PROGRESS,
                mention(row),
                Times.RECEIVED,
                null,
                new Position(progress(row), PERCENT, "percent"),
                null);
    }

    static double progress(JsonRow row) throws Unreadable {
        Double progress = row.number("progress");
        if (progress == null || progress < 0 || progress > PERCENT) {
            throw new Unreadable("progress: expected 0 to 100, got " + progress);
        }
        return progress;
    }

    static Mention mention(JsonRow row) throws Unreadable {
        String lot = row.needText("lot");
        String id = row.needText("identifier");
        String title = row.text("title");
        return switch (lot) {
            case "show" ->
                claim(row, null, title == null ? "TMDB show " + id : title, List.of())
                        .episode();
            case "movie" ->
                claim(row, title == null ? "TMDB film " + id : title, null, ItemIds.of(MediaKind.FILM, "tmdb", id))
                        .film();
            default -> throw new Unreadable("lot: expected show or movie, got \"" + lot + '"');
        };
    }

    private static Claim claim(
            JsonRow row, @Nullable String title, @Nullable String within, List<io.reprise.media.ExternalId> ids)
            throws Unreadable {
        Claim.Numbers numbers = new Claim.Numbers(
                row.count("show_season_number"), row.count("show_episode_number"), row.count("year"), null);
        return new Claim(title, within, null, numbers, ids);
    }
}
