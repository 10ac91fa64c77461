package io.reprise.imports;

import io.reprise.scrobble.BulkIntake;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns the rows of one page into batches for the writer; what cannot be read is refused, not thrown. */
final class PulledRows {
    private final BulkIntake bulk;
    private final String source;
    private final List<Batch> batches = new ArrayList<>();
    private List<Batch.Refused> refused = new ArrayList<>();
    private List<Gathered.Row> read = new ArrayList<>();

    private PulledRows(BulkIntake bulk, String source) {
        this.bulk = bulk;
        this.source = source;
    }

    /** {@code firstRow} is the number of the page's first row in its run, counted from 1. */
    static List<Batch> of(BulkIntake bulk, String source, List<HistorySource.Row> rows, long firstRow) {
        PulledRows pulled = new PulledRows(bulk, source);
        long number = firstRow;
        for (HistorySource.Row row : rows) {
            pulled.add(row, number++);
        }
        pulled.flush();
        return pulled.batches;
    }

    private void add(HistorySource.Row row, long number) {
        Place place = Place.row(source, number);
        try {
            Submission submission = Submission.read(row.format(), row.payload());
            if (submission.told().times().isNow()) {
                throw new Unreadable("the row tells no time; in a history that cannot mean now");
            }
            read.add(new Gathered.Row(place, row.format().word(), submission));
        } catch (Unreadable e) {
            refused.add(new Batch.Refused(place, row.format().word(), row.payload(), String.valueOf(e.getMessage())));
        }
        if (read.size() == BulkIntake.CHUNK_SUBMISSIONS_MAX) {
            flush();
        }
    }

    private void flush() {
        if (!read.isEmpty() || !refused.isEmpty()) {
            batches.add(new Gathered(bulk, read, refused, Map.of()).packed());
            refused = new ArrayList<>();
            read = new ArrayList<>();
        }
    }
}
