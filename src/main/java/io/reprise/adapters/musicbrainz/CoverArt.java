package io.reprise.adapters.musicbrainz;

import io.reprise.art.ArtSource;
import io.reprise.catalog.SubjectKind;
import io.reprise.http.HostRate;
import io.reprise.http.PoliteClient;
import io.reprise.media.ExternalId;
import io.reprise.media.Fold;
import io.reprise.media.Mbid;
import io.reprise.resolve.Answers;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Cover Art Archive of MusicBrainz and the Internet Archive: front covers of releases and release groups. A
 * recording leads by way of MusicBrainz to the release group with the title of the container. Thread-safe.
 */
public final class CoverArt implements ArtSource {
    public static final URI ADDRESS = URI.create("https://coverartarchive.org");
    /** It names no limit; behind it stand the servers of an archive that lives on gifts. */
    public static final HostRate RATE = HostRate.of("coverartarchive.org", 2, Duration.ofSeconds(1));

    private final RecordingLookup recordings;
    private final URI address;

    /** {@code musicBrainz} is {@link MusicBrainz#ADDRESS} or a mirror, {@code address} is {@link #ADDRESS}. */
    public CoverArt(URI musicBrainz, URI address, PoliteClient client, Answers answers) {
        this.recordings = new RecordingLookup(MusicBrainz.upstream(musicBrainz, client, answers));
        this.address = address;
    }

    @Override
    public String word() {
        return MusicBrainz.WORD;
    }

    @Override
    public String title() {
        return "Cover Art Archive";
    }

    @Override
    public String terms() {
        return "Covers from the Cover Art Archive; they belong to their owners.";
    }

    @Override
    public Set<String> sendsOnTo() {
        return Set.of("archive.org");
    }

    @Override
    public boolean knows(Asked asked) {
        return asked.subject() == SubjectKind.CONTAINER
                && Set.of(Schemes.RELEASE, Schemes.RELEASE_GROUP, Schemes.RECORDING)
                        .contains(asked.id().scheme())
                && Mbid.find(asked.id().value()).isPresent();
    }

    @Override
    public Optional<ExternalId> whole(Asked asked) {
        if (!asked.id().scheme().equals(Schemes.RECORDING)) {
            return Optional.of(asked.id());
        }
        Question question = Question.song("", "", asked.name(), null, List.of(asked.id()));
        return recordings.byMbid(question).stream()
                .flatMap(finding -> finding.container().stream())
                .filter(release -> isCalled(release, asked.name()))
                .flatMap(release -> release.ids().stream())
                .filter(id -> id.scheme().equals(Schemes.RELEASE_GROUP))
                .findFirst();
    }

    /** "Spaces" is "Spaces (Deluxe Edition)", and no album at all but the one that was told. */
    private static boolean isCalled(Finding.Container release, String name) {
        String told = Fold.fold(name);
        String found = Fold.fold(release.title());
        return !told.isEmpty() && !found.isEmpty() && (told.startsWith(found) || found.startsWith(told));
    }

    @Override
    public Optional<Offer> find(Asked asked) {
        String kind = asked.id().scheme().equals(Schemes.RELEASE) ? "release" : "release-group";
        return Mbid.find(asked.id().value())
                .map(mbid -> new Offer(
                        URI.create(address + "/" + kind + "/" + mbid.value() + "/front-500"),
                        "Cover Art Archive",
                        "https://musicbrainz.org/" + kind + "/" + mbid.value()));
    }
}
