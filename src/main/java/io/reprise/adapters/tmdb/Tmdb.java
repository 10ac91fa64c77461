package io.reprise.adapters.tmdb;

import io.reprise.http.PoliteClient;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Answers;
import io.reprise.resolve.Authority;
import io.reprise.resolve.AuthorityName;
import io.reprise.resolve.ContainerAuthority;
import io.reprise.resolve.ContainerFinding;
import io.reprise.resolve.EpisodeAuthority;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import io.reprise.resolve.Upstream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * TMDB: films, and episodes of series in its own and in other orders; by ids that were told, else by title and year or
 * by show and number; and the list of a series' episodes with their dates. Needs a key of its user. At most
 * {@value #REQUESTS_MAX} requests a question. Thread-safe.
 */
public final class Tmdb implements Authority, ContainerAuthority, EpisodeAuthority {
    public static final URI ADDRESS = URI.create("https://api.themoviedb.org");

    static final int REQUESTS_MAX = 19;
    static final String WORD = "tmdb";
    /** Known without a key, too. */
    public static final AuthorityName NAME = new AuthorityName(
            WORD,
            "TMDB",
            new Terms(
                    "TMDB API terms of use (non-commercial)",
                    "This product uses the TMDB API but is not endorsed or certified by TMDB."));

    /** What takes most of the room in its answers and is not read. */
    private static final String[] UNREAD = {
        "overview",
        "cast",
        "guest_stars",
        "still_path",
        "poster_path",
        "backdrop_path",
        "profile_path",
        "production_companies",
        "production_countries",
        "spoken_languages",
        "networks",
        "seasons",
        "created_by",
        "last_episode_to_air",
        "next_episode_to_air"
    };

    private final FilmLookup films;
    private final ShowLookup shows;
    private final EpisodeLookup episodes;
    private final EpisodeListing listing;

    public Tmdb(URI address, TmdbKey key, PoliteClient client, Answers answers) {
        Upstream upstream =
                new Upstream(WORD, address, client, answers).signed(key::sign).without(UNREAD);
        CrossReference cross = new CrossReference(upstream);
        this.films = new FilmLookup(upstream, cross);
        Upstream television = upstream.without("crew");
        this.shows = new ShowLookup(television, cross);
        this.episodes = new EpisodeLookup(television, cross);
        this.listing = new EpisodeListing(television);
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String title() {
        return NAME.title();
    }

    @Override
    public Set<MediaKind> kinds() {
        return Set.of(MediaKind.FILM, MediaKind.EPISODE);
    }

    @Override
    public Terms terms() {
        return NAME.terms();
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
        return switch (question.kind()) {
            case FILM -> films.of(question);
            case EPISODE -> {
                List<Finding> known = episodes.byIds(question, shows);
                yield known.isEmpty() ? episodes.of(shows.meant(question), question) : known;
            }
            case SONG, ARTICLE, BOOK, PICTURE, PODCAST, VIDEO -> List.of();
        };
    }

    @Override
    public Optional<ContainerFinding> container(ExternalId id) {
        return shows.known(List.of(id)).map(Show::found);
    }
}
