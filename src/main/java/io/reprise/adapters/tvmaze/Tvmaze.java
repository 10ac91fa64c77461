package io.reprise.adapters.tvmaze;

import io.reprise.http.HostRate;
import io.reprise.http.PoliteClient;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Answers;
import io.reprise.resolve.Authority;
import io.reprise.resolve.ContainerAuthority;
import io.reprise.resolve.ContainerFinding;
import io.reprise.resolve.EpisodeAuthority;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import io.reprise.resolve.Upstream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * TVmaze: episodes of series, by its own ids, else by their show (an id of it, else its name) and there by number, date
 * or title, in its own order and in the others that it keeps. At most {@value #REQUESTS_MAX} requests a question; what
 * is asked of a show is asked once for all its episodes. Also the list of a show's episodes with their dates.
 * Thread-safe.
 */
public final class Tvmaze implements Authority, ContainerAuthority, EpisodeAuthority {
    public static final URI ADDRESS = URI.create("https://api.tvmaze.com");
    /** It allows 20 calls in 10 seconds at least. */
    public static final HostRate RATE = HostRate.of("api.tvmaze.com", 20, Duration.ofSeconds(10));

    static final int REQUESTS_MAX = 17;
    static final String WORD = "tvmaze";

    private final ShowLookup shows;
    private final EpisodeLookup episodes;
    private final EpisodeListing listing;

    public Tvmaze(URI address, PoliteClient client, Answers answers) {
        Upstream upstream = new Upstream(WORD, address, client, answers)
                .without("summary", "image", "_links", "rating", "schedule", "url");
        this.shows = new ShowLookup(upstream);
        this.episodes = new EpisodeLookup(upstream);
        this.listing = new EpisodeListing(upstream);
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String title() {
        return "TVmaze";
    }

    @Override
    public Set<MediaKind> kinds() {
        return Set.of(MediaKind.EPISODE);
    }

    @Override
    public Terms terms() {
        return new Terms("CC-BY-SA-4.0", "Data from TVmaze.com, licensed CC BY-SA.");
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    @Override
    public String showScheme() {
        return Show.SCHEME;
    }

    @Override
    public Optional<Listing> episodes(ExternalId show) {
        return listing.of(show);
    }

    @Override
    public List<Finding> ask(Question question) {
        if (question.kind() != MediaKind.EPISODE) {
            return List.of();
        }
        Map<ExternalId, Finding> found = new LinkedHashMap<>();
        episodes.byId(question).ifPresent(finding -> found.put(finding.id(), finding));
        if (found.isEmpty()) {
            for (Show show : shows.meant(question)) {
                episodes.of(show, question).forEach(finding -> found.putIfAbsent(finding.id(), finding));
            }
        }
        return found.values().stream().limit(FINDINGS_MAX).toList();
    }

    @Override
    public Optional<ContainerFinding> container(ExternalId id) {
        return shows.known(List.of(id)).map(Show::found);
    }
}
