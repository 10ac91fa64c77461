package io.reprise.adapters.reprise;

import io.reprise.imports.FileFormat;
import io.reprise.imports.ImportFile;
import io.reprise.imports.JsonRow;
import io.reprise.imports.LineSlicer;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;

/** Our own export: NDJSON, one scrobble a line, each with the origin that told it. */
public final class RepriseExportFile implements FileFormat {
    private static final Origin ORIGIN = new Origin("reprise", "Reprise export", "");

    private final NativeFormat scrobble;

    public RepriseExportFile(NativeFormat scrobble) {
        this.scrobble = scrobble;
    }

    @Override
    public String word() {
        return "reprise.export";
    }

    @Override
    public String title() {
        return "Reprise export (NDJSON)";
    }

    @Override
    public Origin origin() {
        return ORIGIN;
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.begins("{")
                && sample.hasMembers("kind")
                && !sample.hasMembers("track_metadata")
                && (sample.hasMembers("title") || sample.hasMembers("show") || sample.hasMembers("url"));
    }

    @Override
    public void read(ImportFile file, Rows rows) {
        LineSlicer.each(file, rows, (place, line) -> row(place, line, rows));
    }

    private void row(Place place, byte[] line, Rows rows) {
        Origin origin;
        try {
            origin = origin(JsonRow.of(line));
        } catch (Unreadable e) {
            rows.refuse(place, line, String.valueOf(e.getMessage()));
            return;
        }
        rows.row(place, scrobble, line, origin);
    }

    private static Origin origin(JsonRow row) throws Unreadable {
        JsonRow told = row.object("origin");
        if (told == null) {
            return ORIGIN;
        }
        String client = told.text("client");
        String account = told.text("account");
        return new Origin(told.needText("protocol"), client == null ? "" : client, account == null ? "" : account);
    }
}
