package io.reprise.adapters.musicbrainz;

import io.reprise.http.JsonTree;
import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import io.reprise.resolve.ContainerFinding;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Upstream;
import java.util.List;
import java.util.Optional;

/**
 * Albums by their MBID, all pressings together or one of them: {@code /ws/2/release-group/{mbid}} and
 * {@code /ws/2/release/{mbid}}. Genres stand at the group.
 */
final class ReleaseLookup {
    private final Upstream upstream;

    ReleaseLookup(Upstream upstream) {
        this.upstream = upstream;
    }

    Optional<ContainerFinding> album(ExternalId id) {
        return switch (id.scheme()) {
            case Schemes.RELEASE_GROUP ->
                asked(id, "/ws/2/release-group/", "?inc=artist-credits+genres+aliases&fmt=json")
                        .flatMap(group -> told(group, id.scheme(), group, group.text("first-release-date")));
            case Schemes.RELEASE ->
                asked(id, "/ws/2/release/", "?inc=artist-credits+release-groups+genres+aliases&fmt=json")
                        .flatMap(release ->
                                told(release, id.scheme(), release.at("release-group"), release.text("date")));
            default -> Optional.empty();
        };
    }

    private Optional<JsonTree> asked(ExternalId id, String path, String query) {
        return Mbid.find(id.value()).flatMap(mbid -> upstream.thing(path + mbid.value() + query, "id", "title"));
    }

    private static Optional<ContainerFinding> told(JsonTree album, String scheme, JsonTree group, String released) {
        return Told.id(album, scheme)
                .map(id -> new ContainerFinding(
                        new Finding.Container(
                                ContainerKind.RELEASE,
                                id,
                                album.text("title"),
                                Told.line(album),
                                released,
                                album.text("country"),
                                Told.id(group, Schemes.RELEASE_GROUP)
                                        .map(List::of)
                                        .orElse(List.of())),
                        Told.genres(album).isEmpty() ? Told.genres(group) : Told.genres(album),
                        Told.aliases(album)));
    }
}
