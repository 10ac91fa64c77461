package io.reprise.adapters.musicbrainz.offline;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The indexes that are there at one moment. Thread-safe. */
record Indexes(
        @Nullable SongIndex songs,
        @Nullable RedirectIndex recordingRedirects,
        @Nullable RedirectIndex releaseRedirects,
        List<FactsIndex> recordings,
        @Nullable FactsIndex artists,
        @Nullable FactsIndex releaseGroups) {
    static final Indexes NONE = new Indexes(null, null, null, List.of(), null, null);

    boolean isEmpty() {
        return songs == null && recordings.isEmpty();
    }

    Optional<Facts> recording(UUID mbid) {
        return recordings.stream().flatMap(index -> index.of(mbid).stream()).findFirst();
    }

    Optional<Facts> artist(UUID mbid) {
        return artists == null ? Optional.empty() : artists.of(mbid);
    }

    Optional<UUID> canonical(UUID recording) {
        return recordingRedirects == null ? Optional.empty() : recordingRedirects.target(recording);
    }

    /** The release group of a release; only a release that MetaBrainz redirects has one here. */
    Optional<UUID> groupOf(UUID release) {
        return releaseRedirects == null ? Optional.empty() : releaseRedirects.target(release);
    }

    Optional<Facts> group(UUID mbid) {
        return releaseGroups == null ? Optional.empty() : releaseGroups.of(mbid);
    }
}
