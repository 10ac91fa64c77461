package io.reprise.adapters.musicbrainz;

import io.reprise.http.HostRate;
import io.reprise.http.PoliteClient;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Answers;
import io.reprise.resolve.Authority;
import io.reprise.resolve.ContainerAuthority;
import io.reprise.resolve.ContainerFinding;
import io.reprise.resolve.CreatorAuthority;
import io.reprise.resolve.CreatorFinding;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import io.reprise.resolve.Upstream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * MusicBrainz over its web service. Ids that were told are asked for first; only where none of them is known does it
 * search by names. Whoever doubts an id asks again without it. At most {@value #REQUESTS_MAX} requests a question.
 * Thread-safe.
 */
public final class MusicBrainz implements Authority, ContainerAuthority, CreatorAuthority {
    public static final URI ADDRESS = URI.create("https://musicbrainz.org");
    /** One request a second from one address. */
    public static final HostRate RATE = HostRate.of("musicbrainz.org", 1, Duration.ofSeconds(1));

    static final int REQUESTS_MAX = 8;
    static final String WORD = "musicbrainz";

    /** What takes most of the room in its answers and is not read. */
    private static final String[] UNREAD = {
        "release-events",
        "text-representation",
        "label-info",
        "tags",
        "barcode",
        "asin",
        "quality",
        "status",
        "status-id",
        "packaging",
        "packaging-id",
        "format",
        "format-id",
        "type-id",
        "primary-type-id",
        "secondary-type-ids",
        "track-count",
        "track-offset",
        "annotation",
        "area",
        "begin-area",
        "life-span",
        "locale",
        "relations"
    };

    private final RecordingLookup lookup;
    private final RecordingSearch search;
    private final ArtistLookup artists;
    private final ReleaseLookup releases;

    /** {@code address} is {@link #ADDRESS}, or that of a mirror. */
    public MusicBrainz(URI address, PoliteClient client, Answers answers) {
        Upstream upstream = upstream(address, client, answers);
        this.lookup = new RecordingLookup(upstream);
        this.search = new RecordingSearch(upstream);
        this.artists = new ArtistLookup(upstream);
        this.releases = new ReleaseLookup(upstream);
    }

    /** What is remembered is the same for all who ask here. */
    static Upstream upstream(URI address, PoliteClient client, Answers answers) {
        return new Upstream(WORD, address, client, answers).without(UNREAD);
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String title() {
        return "MusicBrainz";
    }

    @Override
    public Set<MediaKind> kinds() {
        return Set.of(MediaKind.SONG);
    }

    @Override
    public Terms terms() {
        return new Terms("CC0-1.0; genres CC-BY-NC-SA-3.0", "");
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    @Override
    public List<Finding> ask(Question question) {
        if (question.kind() != MediaKind.SONG) {
            return List.of();
        }
        List<Finding> known = lookup.byMbid(question);
        if (known.isEmpty()) {
            known = search.byTrack(question);
        }
        if (known.isEmpty()) {
            known = search.byIsrc(question);
        }
        return known.isEmpty() ? search.byNames(question) : known;
    }

    @Override
    public Optional<CreatorFinding> creator(ExternalId id) {
        return artists.artist(id);
    }

    @Override
    public Optional<ContainerFinding> container(ExternalId id) {
        return releases.album(id);
    }
}
