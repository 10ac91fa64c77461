package io.reprise.adapters.lastfm;

import io.reprise.imports.CsvSlicer;
import io.reprise.imports.FileFormat;
import io.reprise.imports.ImportFile;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import io.reprise.scrobble.Origin;
import java.util.List;

/** A Last.fm history as CSV from benjaminbenben's export page: four columns without a header, to the minute. */
public final class PlainCsvFile implements FileFormat {
    private static final int COLUMNS = 4;
    private final PlainCsvFormat format;

    public PlainCsvFile(PlainCsvFormat format) {
        this.format = format;
    }

    @Override
    public String word() {
        return "lastfm.csv.plain";
    }

    @Override
    public String title() {
        return "Last.fm export without a header (CSV: artist, album, track, time)";
    }

    @Override
    public Origin origin() {
        // An origin of its own: to the minute, so the play layer pairs these off with exact ones.
        return new Origin("lastfm", "Last.fm export to the minute", "");
    }

    @Override
    public boolean recognises(Sample sample) {
        List<String> first = sample.header();
        return first.size() == COLUMNS && (first.getLast().isEmpty() || PlainCsvFormat.isTime(first.getLast()));
    }

    @Override
    public void read(ImportFile file, Rows rows) {
        CsvSlicer.each(file, ',', rows, (place, record) -> {
            if (record[record.length - 1] == ',') {
                rows.leaveOut(place, "was playing when the export was made, and has no time");
            } else {
                rows.row(place, format, record);
            }
        });
    }
}
