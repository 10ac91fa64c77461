package io.reprise.adapters.koito;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.JsonFormat;
import io.reprise.imports.JsonRow;
import io.reprise.imports.JsonSlicer;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The export of Koito, version 1: one JSON object whose {@code listens} name everything by aliases. */
public final class KoitoExport {
    private static final String ARTIST = "artist";
    private static final Format LISTEN = new JsonFormat(65, "koito.listen", KoitoExport::told);

    private KoitoExport() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("koito.export", "Koito export (JSON)"),
                new Origin("koito", "Koito export", ""),
                sample -> sample.begins("{") && sample.hasMembers("listens", "exported_at"),
                (file, rows) -> JsonSlicer.each(
                        new ListensAlone(file),
                        "listens[]",
                        rows,
                        (place, element) -> rows.row(place, LISTEN, element)),
                List.of(LISTEN));
    }

    private static Told told(JsonRow row) throws Unreadable {
        long start = EpochSeconds.second("listened_at", row.needText("listened_at"));
        JsonRow track = row.object("track");
        if (track == null) {
            throw new Unreadable("track: expected an object, got nothing");
        }
        List<String> artists = new ArrayList<>();
        for (JsonRow artist : row.objects("artists")) {
            // The main artist comes first; the others keep their order.
            artists.add(artist.flag("is_primary") ? 0 : artists.size(), alias(artist));
        }
        JsonRow album = row.object("album");
        List<ExternalId> ids = new ArrayList<>();
        mbid(track).ifPresent(id -> ids.add(id.as("mb:recording")));
        if (album != null) {
            mbid(album).ifPresent(id -> ids.add(id.as("mb:release")));
        }
        Mention song = new Mention.Song(
                alias(track),
                Credit.ofList(artists, ARTIST),
                album == null || album.objects("aliases").isEmpty() ? null : alias(album),
                album != null && album.flag("various_artists") ? Credit.of("Various Artists", ARTIST) : null,
                track.count("duration"),
                ids);
        return Told.played(song, Times.started(start));
    }

    private static Optional<Mbid> mbid(JsonRow of) throws Unreadable {
        String text = of.text("mbid");
        return Mbid.find(text == null ? "" : text);
    }

    /** The name that Koito shows: the primary alias, else the first one. */
    private static String alias(JsonRow of) throws Unreadable {
        @Nullable JsonRow shown = null;
        for (JsonRow alias : of.objects("aliases")) {
            if (shown == null || alias.flag("is_primary")) {
                shown = alias;
            }
            if (alias.flag("is_primary")) {
                break;
            }
        }
        if (shown == null) {
            throw new Unreadable(of.field("aliases") + ": expected at least one name, got none");
        }
        return shown.needText("alias");
    }
}
