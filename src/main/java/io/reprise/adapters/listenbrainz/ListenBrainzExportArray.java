package io.reprise.adapters.listenbrainz;

import io.reprise.imports.FileFormat;
import io.reprise.imports.ImportFile;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import io.reprise.scrobble.Origin;

/** The export that ListenBrainz gave until 2024: one JSON array of listens. */
public final class ListenBrainzExportArray implements FileFormat {
    private final ListenFormat listen;

    public ListenBrainzExportArray(ListenFormat listen) {
        this.listen = listen;
    }

    @Override
    public String word() {
        return "listenbrainz.export.old";
    }

    @Override
    public String title() {
        return "ListenBrainz export, old form (JSON)";
    }

    @Override
    public Origin origin() {
        return ListenBrainzExportLines.ORIGIN;
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.begins("[") && sample.hasMembers("listened_at", "track_metadata");
    }

    @Override
    public void read(ImportFile file, Rows rows) {
        JsonSlicer.each(file, "[]", rows, (place, element) -> rows.row(place, listen, element));
    }
}
