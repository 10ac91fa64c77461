package io.reprise.catalog;

import io.reprise.media.ExternalId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The episodes of a series as one authority told them at {@code toldAt} (epoch seconds, UTC), in the order of seasons
 * and numbers; {@code show} is the series' id there. Where it {@code ended}, no more are expected. No two share an id
 * or a place. A list without episodes says that the authority knows none.
 */
public record EpisodeList(ExternalId show, long toldAt, boolean ended, List<ToldEpisode> episodes) {
    /** Of a series with more episodes the newest are kept. */
    public static final int EPISODES_MAX = 2_000;

    public EpisodeList {
        TreeMap<ToldEpisode.Place, ToldEpisode> placed = new TreeMap<>();
        Set<ExternalId> ids = new HashSet<>();
        for (ToldEpisode episode : episodes) {
            if (!placed.containsKey(episode.place()) && ids.add(episode.id())) {
                placed.put(episode.place(), episode);
            }
        }
        List<ToldEpisode> ordered = new ArrayList<>(placed.values());
        episodes = List.copyOf(ordered.subList(Math.max(0, ordered.size() - EPISODES_MAX), ordered.size()));
    }

    /** Whether every episode may be here, so that they can be counted from the first. */
    public boolean isWhole() {
        return episodes.size() < EPISODES_MAX;
    }
}
