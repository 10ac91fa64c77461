package io.reprise.adapters.musicbrainz.offline;

import java.time.Instant;
import java.util.List;

/**
 * An index that is there: its name, the dump it was made of and that one's day (empty where unknown), how many rows it
 * has, how many lines of the dump were broken (the first ones in words, told by a load only), its size on disk in
 * bytes. {@code fault} says why it cannot be used, and is empty where it can.
 */
public record LoadedIndex(
        String name,
        String dump,
        String dumpDate,
        Instant loadedAt,
        long rows,
        long badLines,
        List<String> firstBad,
        long bytes,
        String fault) {
    public LoadedIndex {
        firstBad = List.copyOf(firstBad);
    }

    static LoadedIndex of(IndexHeader header, List<String> firstBad) {
        IndexHeader.Made made = header.made();
        return new LoadedIndex(
                header.kind().title(),
                made.dump(),
                made.date(),
                made.loadedAt(),
                header.rows(),
                header.bad(),
                firstBad,
                header.bytes(),
                "");
    }

    static LoadedIndex unusable(DumpKind kind, long bytes, String fault) {
        return new LoadedIndex(kind.title(), "", "", Instant.EPOCH, 0, 0, List.of(), bytes, fault);
    }
}
