package io.reprise.adapters.musicbrainz.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a JSON dump says, by MBID or by name. Thread-safe. */
final class FactsIndex {
    private static final int UNIT = 8;
    private static final int ROW_BYTES_MAX = 16 * 1024 * 1024;

    private final Bytes facts;
    private final KeyTable mbids;
    private final KeyTable names;

    FactsIndex(IndexFile file) {
        this.facts = file.section(0);
        this.mbids = new KeyTable(file.section(1));
        this.names = new KeyTable(file.section(2));
    }

    Optional<Facts> of(UUID mbid) {
        long key = mbid.getMostSignificantBits();
        for (int at = mbids.first(key); mbids.isAt(at, key); at++) {
            long place = place(mbids.intAt(at, 0));
            if (facts.uuidAt(place + FactsForm.MBID_AT).equals(mbid)) {
                return Optional.of(read(place));
            }
        }
        return Optional.empty();
    }

    /** The MBIDs of those that a name (or an ISRC), folded, may stand for, at most so many. */
    List<UUID> named(String folded, int atMost) {
        List<UUID> found = new ArrayList<>();
        long key = LookupText.hash(folded);
        for (int at = names.first(key); names.isAt(at, key) && found.size() < atMost; at++) {
            found.add(facts.uuidAt(place(names.intAt(at, 0)) + FactsForm.MBID_AT));
        }
        return found;
    }

    private static long place(int number) {
        return (number & 0xFFFF_FFFFL) * UNIT;
    }

    private Facts read(long place) {
        int length = facts.intAt(place);
        if (length < 0 || length > ROW_BYTES_MAX) {
            throw new IndexOutOfBoundsException("an entry claims " + length + " bytes");
        }
        return FactsForm.read(facts.bytesAt(place, length));
    }
}
