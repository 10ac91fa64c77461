package io.reprise.adapters.tmdb;

import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.resolve.Question;
import io.reprise.resolve.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Series by an id that was told, else by name. */
final class ShowLookup {
    static final int SHOWS_MAX = 2;
    private static final double FALL = 0.2;

    private final Upstream upstream;
    private final CrossReference cross;

    ShowLookup(Upstream upstream, CrossReference cross) {
        this.upstream = upstream;
        this.cross = cross;
    }

    /** The series with this number. */
    Optional<Show> show(String id, double weight) {
        return CrossReference.isNumber(id)
                ? upstream.thing("/3/tv/" + id + "?append_to_response=external_ids", "id", "name")
                        .flatMap(show -> Show.read(show, weight))
                : Optional.empty();
    }

    /** The series that may be meant, the likeliest first, at most {@value #SHOWS_MAX}. */
    List<Show> meant(Question question) {
        Optional<Show> known = known(question.ids());
        return known.isPresent() ? List.of(known.get()) : named(question.container());
    }

    /** The series that one of these ids names. */
    Optional<Show> known(List<ExternalId> ids) {
        return ids.stream()
                .filter(id -> id.scheme().equals(Show.SCHEME) || id.scheme().equals("tmdb:show"))
                .findFirst()
                .flatMap(id -> show(id.value(), 1))
                .or(() -> cross.first(ids, "tv_results", List.of("imdb", "tvdb:series", "tvdb:show"))
                        .flatMap(found -> show(found.thing().text("id"), 1)));
    }

    private List<Show> named(String name) {
        if (name.isBlank()) {
            return List.of();
        }
        List<Show> shows = new ArrayList<>();
        List<JsonTree> results =
                upstream.list("/3/search/tv?include_adult=false&query=" + Upstream.encoded(name.strip()), "results");
        for (JsonTree result : results.stream().limit(SHOWS_MAX).toList()) {
            show(result.text("id"), 1 - FALL * shows.size()).ifPresent(shows::add);
        }
        return shows;
    }
}
