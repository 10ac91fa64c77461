package io.reprise.imports;

import io.reprise.scrobble.BulkIntake;
import io.reprise.scrobble.Chunk;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Times;
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
    private List<Submission> submissions = new ArrayList<>();
    private List<Place> places = new ArrayList<>();

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
            submissions.add(submission);
            places.add(place);
        } catch (Unreadable e) {
            refuse(place, row.format().word(), row.payload(), String.valueOf(e.getMessage()));
        }
        if (submissions.size() == BulkIntake.CHUNK_SUBMISSIONS_MAX) {
            flush();
        }
    }

    private void refuse(Place place, String format, byte[] bytes, String reason) {
        refused.add(new Batch.Refused(place, format, bytes, reason));
    }

    private void flush() {
        if (submissions.isEmpty() && refused.isEmpty()) {
            return;
        }
        Range range = Range.NONE;
        long bytes = 0;
        for (Submission submission : submissions) {
            Times times = submission.told().times();
            range = range.and(times.start() == null ? times.end() : times.start());
            bytes += submission.payload().length;
        }
        Batch.Packed packed = submissions.isEmpty() ? null : new Batch.Packed(bulk, prepared(), bytes);
        batches.add(new Batch(packed, refused, Map.of(), range));
        refused = new ArrayList<>();
        submissions = new ArrayList<>();
        places = new ArrayList<>();
    }

    private Chunk prepared() {
        Chunk chunk = bulk.prepare(submissions);
        chunk.refused().forEach((index, reason) -> {
            Submission submission = submissions.get(index);
            refuse(places.get(index), submission.format().word(), submission.payload(), reason);
        });
        return chunk;
    }
}
