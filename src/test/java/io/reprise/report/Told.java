package io.reprise.report;

import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.ToldEpisode;
import io.reprise.media.ExternalId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes lists of episodes for tests. */
final class Told {
    private final List<ToldEpisode> episodes = new ArrayList<>();

    static ExternalId id(int season, int number) {
        return new ExternalId("tvmaze:episode", season + "0" + number);
    }

    Told episode(int season, int number, String title, @Nullable LocalDate day) {
        return episode(season, number, title, new ToldEpisode.Airing(day, null));
    }

    Told episode(int season, int number, String title, ToldEpisode.Airing airing, ToldEpisode.Place... elsewhere) {
        episodes.add(new ToldEpisode(
                id(season, number), new ToldEpisode.Place(season, number), title, airing, null, List.of(elsewhere)));
        return this;
    }

    EpisodeList list(boolean ended) {
        return new EpisodeList(new ExternalId("tvmaze:show", "1"), 1_000, ended, episodes);
    }
}
