package io.reprise.adapters.tmdb;

import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a film, as it is looked up or as it stands in the results of a search. */
final class FilmReader {
    static final String SCHEME = "tmdb:movie";
    private static final int DIRECTORS_MAX = 5;

    private FilmReader() {}

    /** Empty where it is told without an id or a title. */
    static Optional<Finding> finding(JsonTree film, @Nullable ExternalId asked, double weight) {
        String id = film.text("id");
        String title = film.text("title");
        if (id.isEmpty() || title.isEmpty()) {
            return Optional.empty();
        }
        String imdb = film.text("imdb_id");
        return Optional.of(new Finding(
                new ExternalId(SCHEME, id),
                asked,
                MediaKind.FILM,
                title,
                directors(film),
                Optional.empty(),
                null,
                null,
                Minutes.seconds(film.number("runtime")),
                film.text("release_date"),
                "",
                imdb.isEmpty() ? List.of() : List.of(new ExternalId("imdb", imdb)),
                film.list("genres").stream()
                        .map(genre -> genre.text("name"))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                aliases(film, title),
                weight));
    }

    private static List<String> aliases(JsonTree film, String title) {
        return Stream.concat(
                        Stream.of(film.text("original_title")),
                        film.at("alternative_titles").list("titles").stream().map(other -> other.text("title")))
                .filter(other -> !other.isEmpty() && !other.equals(title))
                .distinct()
                .toList();
    }

    private static List<Finding.Creator> directors(JsonTree film) {
        List<JsonTree> told = film.at("credits").list("crew").stream()
                .filter(person -> person.text("job").equals("Director")
                        && !person.text("name").isEmpty())
                .limit(DIRECTORS_MAX)
                .toList();
        List<Finding.Creator> directors = new ArrayList<>();
        for (JsonTree person : told) {
            String id = person.text("id");
            String name = person.text("name");
            String join = directors.size() + 1 == told.size() ? "" : ", ";
            directors.add(new Finding.Creator(
                    id.isEmpty() ? null : new ExternalId("tmdb:person", id), name, "", name, join, "director"));
        }
        return directors;
    }
}
