package io.reprise.imports;

import io.reprise.scrobble.BulkIntake;
import io.reprise.scrobble.Chunk;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the reader hands to the writer at a time: a chunk that is ready to be stored, if any, and what was refused and
 * left out since the last one.
 */
record Batch(@Nullable Packed packed, List<Refused> refused, Map<String, Integer> leftOut, Range range) {
    /** The end of the file. */
    static final Batch END = new Batch(null, List.of(), Map.of(), Range.NONE);

    /** A chunk, the way in that it belongs to, and how many bytes its rows had. */
    record Packed(BulkIntake bulk, Chunk chunk, long bytes) {}

    /** A refused row with the bytes it had. */
    record Refused(Place place, String format, byte[] bytes, String reason) {}

    int rows() {
        return (packed == null
                        ? 0
                        : packed.chunk().read() - packed.chunk().refused().size())
                + refused.size()
                + leftOutRows();
    }

    long bytes() {
        return (packed == null ? 0 : packed.bytes())
                + refused.stream().mapToLong(row -> row.bytes().length).sum();
    }

    int leftOutRows() {
        return leftOut.values().stream().mapToInt(Integer::intValue).sum();
    }
}
