package io.reprise.adapters.musicbrainz;

import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import io.reprise.resolve.CreatorFinding;
import io.reprise.resolve.Upstream;
import java.util.Optional;

/** Artists by their MBID, for their other names: {@code /ws/2/artist/{mbid}}. */
final class ArtistLookup {
    private final Upstream upstream;

    ArtistLookup(Upstream upstream) {
        this.upstream = upstream;
    }

    Optional<CreatorFinding> artist(ExternalId id) {
        Optional<Mbid> mbid = id.scheme().equals(Schemes.ARTIST) ? Mbid.find(id.value()) : Optional.empty();
        return mbid.flatMap(known ->
                        upstream.thing("/ws/2/artist/" + known.value() + "?inc=aliases+genres&fmt=json", "id", "name"))
                .flatMap(answer -> read(answer, id));
    }

    private static Optional<CreatorFinding> read(JsonTree artist, ExternalId asked) {
        return Told.id(artist, Schemes.ARTIST)
                .map(id -> new CreatorFinding(
                        id,
                        id.value().equalsIgnoreCase(asked.value()) ? null : asked,
                        artist.text("name"),
                        artist.text("sort-name"),
                        artist.text("disambiguation"),
                        artist.text("country"),
                        Told.aliases(artist),
                        Told.genres(artist)));
    }
}
