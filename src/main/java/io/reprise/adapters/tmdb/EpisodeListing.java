package io.reprise.adapters.tmdb;

import io.reprise.catalog.ToldEpisode;
import io.reprise.catalog.ToldEpisode.Place;
import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.resolve.EpisodeAuthority.Listing;
import io.reprise.resolve.Upstream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All episodes of a series with their dates: the series, then each of its first {@value #SEASONS_MAX} seasons without
 * the specials (season 0), and where they stand in at most {@value EpisodeGroups#ORDERS_MAX} other orders. Remembered
 * for a day: more may be announced.
 */
final class EpisodeListing {
    static final Duration LASTS = Duration.ofDays(1);
    static final int SEASONS_MAX = 60;
    private static final Set<String> ENDED = Set.of("Ended", "Canceled");

    private final Upstream upstream;

    EpisodeListing(Upstream upstream) {
        this.upstream = upstream.lasting(LASTS);
    }

    Optional<Listing> of(ExternalId show) {
        if (!show.scheme().equals(Show.SCHEME) || !CrossReference.isNumber(show.value())) {
            return Optional.empty();
        }
        String path = "/3/tv/" + show.value();
        return upstream.thing(path, "id", "number_of_seasons").map(told -> {
            Map<String, List<Place>> elsewhere = elsewhere(path);
            Integer seasons = told.number("number_of_seasons");
            List<ToldEpisode> episodes = new ArrayList<>();
            for (int season = 1; season <= Math.min(SEASONS_MAX, seasons == null ? 0 : seasons); season++) {
                upstream.list(path + "/season/" + season, "episodes").stream()
                        .flatMap(each -> episode(each, elsewhere).stream())
                        .forEach(episodes::add);
            }
            return new Listing(ENDED.contains(told.text("status")), episodes);
        });
    }

    private Map<String, List<Place>> elsewhere(String show) {
        Map<String, List<Place>> places = new HashMap<>();
        upstream.list(show + "/episode_groups", "results").stream()
                .limit(EpisodeGroups.ORDERS_MAX)
                .map(order -> order.text("id"))
                .filter(EpisodeGroups::isId)
                .flatMap(id -> upstream.list("/3/tv/episode_group/" + id, "groups").stream())
                .forEach(season -> season.list("episodes").forEach(told -> {
                    Integer group = season.number("order");
                    Integer order = told.number("order");
                    if (group != null && order != null && Place.isOne(group, order + 1)) {
                        places.computeIfAbsent(told.text("id"), any -> new ArrayList<>())
                                .add(new Place(group, order + 1));
                    }
                }));
        return places;
    }

    private static Optional<ToldEpisode> episode(JsonTree told, Map<String, List<Place>> elsewhere) {
        String id = told.text("id");
        Integer season = told.number("season_number");
        Integer number = told.number("episode_number");
        if (!CrossReference.isNumber(id) || season == null || number == null || !Place.isOne(season, number)) {
            return Optional.empty();
        }
        Place place = new Place(season, number);
        return Optional.of(new ToldEpisode(
                new ExternalId(Episode.SCHEME, id),
                place,
                told.text("name"),
                airing(told.text("air_date")),
                Minutes.seconds(told.number("runtime")),
                elsewhere.getOrDefault(id, List.of()).stream()
                        .filter(other -> !other.equals(place))
                        .toList()));
    }

    private static ToldEpisode.Airing airing(String date) {
        try {
            return date.isEmpty() ? ToldEpisode.Airing.UNKNOWN : new ToldEpisode.Airing(LocalDate.parse(date), null);
        } catch (DateTimeException e) {
            return ToldEpisode.Airing.UNKNOWN;
        }
    }
}
