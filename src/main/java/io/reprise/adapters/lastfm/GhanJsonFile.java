package io.reprise.adapters.lastfm;

import io.reprise.imports.FileFormat;
import io.reprise.imports.ImportFile;
import io.reprise.imports.JsonRow;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;

/** A Last.fm history as JSON from ghan's export page: an array of pages as Last.fm's API answered them. */
public final class GhanJsonFile implements FileFormat {
    private final GhanJsonFormat format;

    public GhanJsonFile(GhanJsonFormat format) {
        this.format = format;
    }

    @Override
    public String word() {
        return "lastfm.json";
    }

    @Override
    public String title() {
        return "Last.fm export (JSON)";
    }

    @Override
    public Origin origin() {
        return GhanCsvFile.ORIGIN;
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.begins("[") && sample.hasMembers("track", "artist", "name") && sample.hasMembers("#text");
    }

    @Override
    public void read(ImportFile file, Rows rows) {
        JsonSlicer.each(file, "[].track[]", rows, (place, element) -> row(place, element, rows));
    }

    private void row(Place place, byte[] element, Rows rows) {
        if (isPlayingNow(element)) {
            rows.leaveOut(place, "was playing when the export was made, and has no time");
        } else {
            rows.row(place, format, element);
        }
    }

    private static boolean isPlayingNow(byte[] element) {
        try {
            JsonRow row = JsonRow.of(element);
            JsonRow attributes = row.object("@attr");
            return !row.has("date")
                    && attributes != null
                    && "true".equals(String.valueOf(attributes.text("nowplaying")));
        } catch (Unreadable e) {
            return false;
        }
    }
}
