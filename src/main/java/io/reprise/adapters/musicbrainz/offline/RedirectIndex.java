package io.reprise.adapters.musicbrainz.offline;

import java.util.Optional;
import java.util.UUID;

/** From one MBID to another. Thread-safe. */
final class RedirectIndex {
    private final KeyTable table;

    RedirectIndex(IndexFile file) {
        this.table = new KeyTable(file.section(0));
    }

    Optional<UUID> target(UUID mbid) {
        long key = mbid.getMostSignificantBits();
        for (int at = table.first(key); table.isAt(at, key); at++) {
            if (table.longAt(at, 0) == mbid.getLeastSignificantBits()) {
                return Optional.of(new UUID(table.longAt(at, 8), table.longAt(at, 16)));
            }
        }
        return Optional.empty();
    }
}
