package io.reprise.adapters.reprise;

import io.reprise.imports.FileFormat;
import io.reprise.imports.ImportFile;
import io.reprise.imports.JsonRow;
import io.reprise.imports.LineSlicer;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;

/**
 * Our own export: NDJSON, one scrobble a line, each with the origin that told it, then decisions, facts, lists of
 * episodes, rules for names and opinions.
 */
public final class RepriseExportFile implements FileFormat {
    static final Origin ORIGIN = new Origin("reprise", "Reprise export", "");

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
        Brought decisions = new Brought(rows::runHere);
        Brought opinions = new Brought(rows::runHere);
        LineSlicer.each(file, rows, (place, line) -> {
            JsonRow row;
            Origin origin;
            Integer run;
            try {
                row = JsonRow.of(line);
                origin = Brought.origin(row);
                run = row.count("run");
            } catch (Unreadable e) {
                rows.refuse(place, line, String.valueOf(e.getMessage()));
                return;
            }
            if (DecisionLine.is(row)) {
                rows.afterwards(place, line, new DecisionLine(row, decisions));
            } else if (FactLine.is(row)) {
                rows.afterwards(place, line, new FactLine(row));
            } else if (RuleLine.is(row)) {
                rows.afterwards(place, line, new RuleLine(row));
            } else if (EpisodesLine.is(row)) {
                rows.afterwards(place, line, new EpisodesLine(row));
            } else if (OpinionLine.is(row)) {
                rows.afterwards(place, line, new OpinionLine(row, opinions));
            } else {
                rows.row(place, scrobble, line, origin, run == null ? 0 : Math.max(0, run));
            }
        });
    }
}
