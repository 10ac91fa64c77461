package io.reprise.adapters.playlistfile;

import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import java.util.List;
import java.util.Optional;

/** MusicBrainz's recordings as the addresses by which playlist files name them. */
final class Recordings {
    static final String ADDRESS = "https://musicbrainz.org/recording/";
    private static final String SCHEME = "mb:recording";

    private Recordings() {}

    /** The address of the recording among these ids. */
    static Optional<String> address(List<ExternalId> ids) {
        return ids.stream().filter(id -> id.scheme().equals(SCHEME)).findFirst().map(id -> ADDRESS + id.value());
    }

    /** The ids that an address names: a recording's, or none. */
    static List<ExternalId> ids(String address) {
        String secure = address.strip().replaceFirst("^http:", "https:");
        return secure.startsWith(ADDRESS)
                ? Mbid.find(secure.substring(ADDRESS.length()))
                        .map(mbid -> List.of(mbid.as(SCHEME)))
                        .orElse(List.of())
                : List.of();
    }
}
