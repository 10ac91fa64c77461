package io.reprise.adapters.tmdb;

import io.reprise.http.JsonTree;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import io.reprise.resolve.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Films by id, else by title and year; the first of a search are looked up for director and length. */
final class FilmLookup {
    static final int DETAILS_MAX = 3;
    private static final int RESULTS_MAX = 8;
    private static final double FALL = 0.1;
    private static final String WITH = "?append_to_response=credits,alternative_titles";

    private final Upstream upstream;
    private final CrossReference cross;

    FilmLookup(Upstream upstream, CrossReference cross) {
        this.upstream = upstream;
        this.cross = cross;
    }

    List<Finding> of(Question question) {
        Optional<Finding> known = byOwnId(question).or(() -> byOtherId(question));
        return known.isPresent() ? List.of(known.get()) : byTitle(question);
    }

    private Optional<Finding> byOwnId(Question question) {
        return question.id(FilmReader.SCHEME)
                .filter(CrossReference::isNumber)
                .flatMap(this::film)
                .flatMap(film -> FilmReader.finding(film, null, 1));
    }

    private Optional<Finding> byOtherId(Question question) {
        return cross.first(question.ids(), "movie_results", List.of("imdb"))
                .flatMap(found ->
                        film(found.thing().text("id")).flatMap(film -> FilmReader.finding(film, found.by(), 1)));
    }

    private Optional<JsonTree> film(String id) {
        return CrossReference.isNumber(id) ? upstream.thing("/3/movie/" + id + WITH, "id", "title") : Optional.empty();
    }

    /** With the year that was told, and without it where that finds none, for years of release differ by country. */
    private List<Finding> byTitle(Question question) {
        if (question.title().isBlank()) {
            return List.of();
        }
        String path = "/3/search/movie?include_adult=false&query="
                + Upstream.encoded(question.title().strip());
        Integer year = question.year();
        List<JsonTree> results = upstream.list(year == null ? path : path + "&year=" + year, "results");
        if (results.isEmpty() && year != null) {
            results = upstream.list(path, "results");
        }
        List<Finding> found = new ArrayList<>();
        for (JsonTree result : results.stream().limit(RESULTS_MAX).toList()) {
            JsonTree film = found.size() < DETAILS_MAX ? film(result.text("id")).orElse(result) : result;
            FilmReader.finding(film, null, 1 - FALL * found.size()).ifPresent(found::add);
        }
        return found;
    }
}
