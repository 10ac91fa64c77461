package io.reprise.adapters.tvmaze;

import io.reprise.catalog.ToldEpisode;
import io.reprise.catalog.ToldEpisode.Place;
import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.resolve.EpisodeAuthority.Listing;
import io.reprise.resolve.Upstream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All episodes of a show with their dates, by {@code /shows/{id}?embed=episodes}, which leaves the specials out, and
 * where they stand in at most {@value OtherOrders#LISTS_MAX} other orders. Remembered for a day: more may be announced.
 */
final class EpisodeListing {
    static final Duration LASTS = Duration.ofDays(1);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final String ENDED = "Ended";

    private final Upstream upstream;

    EpisodeListing(Upstream upstream) {
        this.upstream = upstream.lasting(LASTS);
    }

    Optional<Listing> of(ExternalId show) {
        if (!show.scheme().equals(Show.SCHEME) || !NUMBER.matcher(show.value()).matches()) {
            return Optional.empty();
        }
        String path = "/shows/" + show.value();
        return upstream.thing(path + "?embed=episodes", "id", "_embedded").map(told -> {
            JsonTree episodes = told.at("_embedded").at("episodes");
            if (!episodes.isArray()) {
                throw upstream.unlike(path, "it has no array \"_embedded/episodes\"");
            }
            Map<Integer, List<Place>> elsewhere = episodes.elements().isEmpty() ? Map.of() : elsewhere(path);
            return new Listing(
                    told.text("status").equals(ENDED),
                    episodes.elements().stream()
                            .flatMap(each -> episode(each, elsewhere).stream())
                            .toList());
        });
    }

    private Map<Integer, List<Place>> elsewhere(String show) {
        Map<Integer, List<Place>> places = new HashMap<>();
        for (JsonTree list : upstream.list(show + "/alternatelists", "").stream()
                .limit(OtherOrders.LISTS_MAX)
                .toList()) {
            Integer id = list.number("id");
            if (id != null) {
                upstream.list("/alternatelists/" + id + "/alternateepisodes?embed=episodes", "")
                        .forEach(told -> add(places, told));
            }
        }
        return places;
    }

    private static void add(Map<Integer, List<Place>> places, JsonTree told) {
        Place place = place(told);
        List<JsonTree> meant = told.at("_embedded").list("episodes");
        Integer id = meant.isEmpty() ? null : meant.getFirst().number("id");
        if (place != null && id != null) {
            places.computeIfAbsent(id, any -> new ArrayList<>()).add(place);
        }
    }

    private static @Nullable Place place(JsonTree told) {
        Integer season = told.number("season");
        Integer number = told.number("number");
        return season != null && number != null && Place.isOne(season, number) ? new Place(season, number) : null;
    }

    private static Optional<ToldEpisode> episode(JsonTree told, Map<Integer, List<Place>> elsewhere) {
        Integer id = told.number("id");
        Place place = place(told);
        if (id == null || place == null) {
            return Optional.empty();
        }
        List<Place> others = elsewhere.getOrDefault(id, List.of()).stream()
                .filter(other -> !other.equals(place))
                .toList();
        return Optional.of(new ToldEpisode(
                new ExternalId(Episode.SCHEME, id.toString()),
                place,
                told.text("name"),
                airing(told),
                new Episode(id, told).seconds(),
                others));
    }

    /** Where no time of day is known {@code airtime} is empty and {@code airstamp} says noon, which means nothing. */
    private static ToldEpisode.Airing airing(JsonTree told) {
        try {
            LocalDate day = told.text("airdate").isEmpty() ? null : LocalDate.parse(told.text("airdate"));
            Long at = told.text("airtime").isEmpty() || told.text("airstamp").isEmpty()
                    ? null
                    : (Long) OffsetDateTime.parse(told.text("airstamp")).toEpochSecond();
            return new ToldEpisode.Airing(day, at);
        } catch (DateTimeException e) {
            return ToldEpisode.Airing.UNKNOWN;
        }
    }
}
