package io.reprise.adapters.maloja;

import io.reprise.imports.FileFormat;
import io.reprise.imports.ImportFile;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import io.reprise.scrobble.Origin;

/** The export of Maloja: one JSON object, known by its members {@code maloja} and {@code scrobbles}. */
public final class MalojaExportFile implements FileFormat {
    private final MalojaFormat format;

    public MalojaExportFile(MalojaFormat format) {
        this.format = format;
    }

    @Override
    public String word() {
        return "maloja.export";
    }

    @Override
    public String title() {
        return "Maloja export (JSON)";
    }

    @Override
    public Origin origin() {
        return new Origin("maloja", "Maloja export", "");
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.begins("{") && sample.hasMembers("scrobbles") && sample.hasMembers("time", "track");
    }

    @Override
    public void read(ImportFile file, Rows rows) {
        JsonSlicer.each(file, "scrobbles[]", rows, (place, element) -> rows.row(place, format, element));
    }
}
