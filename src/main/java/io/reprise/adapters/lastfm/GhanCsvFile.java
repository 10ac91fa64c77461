package io.reprise.adapters.lastfm;

import io.reprise.imports.CsvRow;
import io.reprise.imports.CsvSlicer;
import io.reprise.imports.FileFormat;
import io.reprise.imports.ImportFile;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import io.reprise.scrobble.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Last.fm history as CSV from ghan's export page: a header, then one scrobble a row. */
public final class GhanCsvFile implements FileFormat {
    /** All files of Last.fm scrobbles tell the same scrobbles. */
    static final Origin ORIGIN = new Origin("lastfm", "Last.fm export", "");

    private static final Map<String, String> MEANINGS = Map.of(
            "uts", "time, seconds since 1970 (UTC)",
            "utc_time", "time, where uts is empty",
            "artist", "artist",
            "track", "title",
            "album", "release",
            "track_mbid", "recording at MusicBrainz",
            "album_mbid", "release at MusicBrainz");

    private final GhanCsvFormat format;

    public GhanCsvFile(GhanCsvFormat format) {
        this.format = format;
    }

    @Override
    public String word() {
        return "lastfm.csv";
    }

    @Override
    public String title() {
        return "Last.fm export with a header (CSV)";
    }

    @Override
    public Origin origin() {
        return ORIGIN;
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.header().containsAll(List.of("uts", "artist", "track"));
    }

    @Override
    public Map<String, String> columns(Sample sample) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String column : sample.header()) {
            columns.put(column, MEANINGS.getOrDefault(column, "kept, not read"));
        }
        return columns;
    }

    @Override
    public void read(ImportFile file, Rows rows) {
        byte[][] header = {null};
        CsvSlicer.each(file, ',', rows, (place, record) -> {
            if (header[0] == null) {
                header[0] = record;
            } else {
                rows.row(place, format, CsvRow.payload(header[0], record));
            }
        });
    }
}
