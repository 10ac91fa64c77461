package io.reprise.imports;

import io.reprise.scrobble.BulkIntake;
import io.reprise.scrobble.Chunk;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of one origin that were read and wait to be packed, with what was refused and left out since the last ones. */
record Gathered(@Nullable BulkIntake bulk, List<Row> rows, List<Batch.Refused> refused, Map<String, Integer> leftOut) {
    /** The end of the file. */
    static final Gathered END = new Gathered(null, List.of(), List.of(), Map.of());

    /** A row that could be read, where it stood, and the word of the format as which it can be tried again. */
    record Row(Place place, String format, Submission submission) {
        private Batch.Refused refused(String reason) {
            return new Batch.Refused(place, format, submission.payload(), reason);
        }
    }

    /** Leaves out what is known and packs the rest. */
    Batch packed() {
        if (bulk == null || rows.isEmpty()) {
            return new Batch(null, refused, leftOut, Range.NONE);
        }
        List<Submission> submissions = rows.stream().map(Row::submission).toList();
        Chunk chunk = bulk.prepare(submissions);
        List<Batch.Refused> all = new ArrayList<>(refused);
        chunk.refused().forEach((index, reason) -> all.add(rows.get(index).refused(reason)));
        Range range = Range.NONE;
        long bytes = 0;
        for (Submission submission : submissions) {
            Times times = submission.told().times();
            range = range.and(times.start() == null ? times.end() : times.start());
            bytes += submission.payload().length;
        }
        return new Batch(new Batch.Packed(bulk, chunk, bytes), all, leftOut, range);
    }
}
