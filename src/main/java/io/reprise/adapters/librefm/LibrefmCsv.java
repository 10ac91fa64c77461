package io.reprise.adapters.librefm;

import io.reprise.imports.CsvFormat;
import io.reprise.imports.CsvRow;
import io.reprise.imports.CsvSheet;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.TimeText;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The export of Libre.fm: comments, then a header with time, artist and track, then one scrobble a row. */
public final class LibrefmCsv {
    private static final CsvSheet SHEET = CsvSheet.with("time", "artist", "track")
            .keeping(Set.of("time", "artist", "track", "album", "mbid", "trackmbid", "track mbid", "source", "length"));
    private static final Format SCROBBLE = new CsvFormat(64, "librefm.scrobble", LibrefmCsv::told);

    private LibrefmCsv() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("librefm.csv", "Libre.fm export (CSV)"),
                new Origin("librefm", "Libre.fm export", ""),
                SHEET::isIn,
                (file, rows) -> SHEET.each(file, rows, (place, payload) -> rows.row(place, SCROBBLE, payload)),
                List.of(SCROBBLE));
    }

    private static Told told(CsvRow row) throws Unreadable {
        List<ExternalId> ids = new ArrayList<>();
        String mbid = row.textOf("trackmbid", "track mbid", "mbid");
        Mbid.find(mbid == null ? "" : mbid).ifPresent(id -> ids.add(id.as("mb:recording")));
        Mention song = new Mention.Song(
                row.needText("track"), Credit.of(row.needText("artist"), "artist"), row.text("album"), null, null, ids);
        return Told.played(song, TimeText.of("time", row.needText("time")).started());
    }
}
