package io.reprise.adapters.listenbrainz;

import io.reprise.imports.FileFormat;
import io.reprise.imports.ImportFile;
import io.reprise.imports.LineSlicer;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import io.reprise.scrobble.Origin;

/** The export zip of ListenBrainz, of which each {@code listens/YEAR/MONTH.jsonl} holds one listen a line. */
public final class ListenBrainzExportLines implements FileFormat {
    /** Both exports tell the same listens. */
    static final Origin ORIGIN = new Origin("listenbrainz", "ListenBrainz export", "");

    private final ListenFormat listen;

    public ListenBrainzExportLines(ListenFormat listen) {
        this.listen = listen;
    }

    @Override
    public String word() {
        return "listenbrainz.export";
    }

    @Override
    public String title() {
        return "ListenBrainz export (zip of .jsonl)";
    }

    @Override
    public Origin origin() {
        return ORIGIN;
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.begins("{") && sample.hasMembers("listened_at", "track_metadata");
    }

    @Override
    public void read(ImportFile file, Rows rows) {
        LineSlicer.each(file, rows, (place, line) -> rows.row(place, listen, line));
    }
}
