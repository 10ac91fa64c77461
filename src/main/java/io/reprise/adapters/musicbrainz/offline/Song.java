package io.reprise.adapters.musicbrainz.offline;

import java.util.List;
import java.util.UUID;

/**
 * A recording as the canonical dump tells it. {@code score} is the place of its release in MetaBrainz's order (lower is
 * meant more often), {@code year} 0 where the dump has none, {@code release} {@link Uuids#NONE} likewise.
 */
record Song(UUID mbid, String title, SongCredit credit, UUID release, String releaseName, int score, int year) {

    /** A credit as one text, and the artists in it. */
    record SongCredit(String text, List<UUID> artists) {
        SongCredit {
            artists = List.copyOf(artists);
        }
    }
}
