package io.reprise.resolve;

import io.reprise.catalog.ToldEpisode;
import io.reprise.media.ExternalId;
import java.util.List;
import java.util.Optional;

/** An {@link Authority} that can also be asked for all episodes of a series by its id there. */
public interface EpisodeAuthority {
    /** The scheme of its ids of series, such as {@code tvmaze:show}. */
    String showScheme();

    /**
     * What it tells of this series; empty where it knows none by this id, or no ids of this scheme. Fails as the
     * authority does.
     */
    Optional<Listing> episodes(ExternalId show);

    /** The episodes without the specials, in any order, and whether no more are expected. */
    record Listing(boolean ended, List<ToldEpisode> episodes) {
        public Listing {
            episodes = List.copyOf(episodes);
        }
    }
}
