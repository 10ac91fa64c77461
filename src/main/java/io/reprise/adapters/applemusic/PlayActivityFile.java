package io.reprise.adapters.applemusic;

import io.reprise.imports.CsvFormat;
import io.reprise.imports.CsvRow;
import io.reprise.imports.CsvSheet;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.ImportFile;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.util.List;
import java.util.Set;

/**
 * Apple Music's "Play Activity" of the privacy export. It names no artist, so the artist is taken from the "Daily
 * Tracks" that lie in the same zip. Only the columns that a play needs are kept; addresses, devices and the like are
 * not.
 */
public final class PlayActivityFile {
    static final String NAME = "Apple Music Play Activity.csv";
    private static final String PLAYED = "PLAY_END";
    private static final CsvSheet SHEET = CsvSheet.with("event type", "play duration milliseconds")
            .keeping(Set.of(
                    "song name",
                    "content name",
                    "artist name",
                    "container artist name",
                    "album name",
                    "container album name",
                    "event type",
                    "end reason type",
                    "event start timestamp",
                    "event end timestamp",
                    "event received timestamp",
                    "play duration milliseconds",
                    "media duration in milliseconds",
                    "start position in milliseconds",
                    "end position in milliseconds",
                    "utc offset in seconds",
                    "feature name",
                    "media type"));
    private static final Format PLAY = new CsvFormat(60, "applemusic.play", PlayActivityRow::told);

    private PlayActivityFile() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("applemusic.activity", "Apple Music play activity (zip or CSV)"),
                new Origin("applemusic", "Apple Music export", ""),
                SHEET::isIn,
                PlayActivityFile::read,
                List.of(PLAY));
    }

    private static void read(ImportFile file, Rows rows) {
        DailyArtists artists =
                file.beside(DailyTracksFile.NAME).map(DailyArtists::of).orElseGet(DailyArtists::none);
        SHEET.each(file, rows, (place, payload) -> row(place, payload, artists, rows));
    }

    private static void row(Place place, byte[] payload, DailyArtists artists, Rows rows) {
        try {
            CsvRow row = CsvRow.of(payload, ',');
            String type = row.text("event type");
            if (type != null && !type.equals(PLAYED)) {
                rows.leaveOut(place, "is no end of a play (Event Type " + type + ")");
                return;
            }
            String artist = artists.of(PlayActivityRow.title(row), PlayActivityRow.localDay(row));
            rows.row(place, PLAY, artist == null ? payload : CsvRow.payloadWith(payload, DailyArtists.COLUMN, artist));
        } catch (Unreadable e) {
            rows.refuse(place, payload, String.valueOf(e.getMessage()));
        }
    }
}
