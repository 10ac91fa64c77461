package io.reprise.adapters.tmdb;

import io.reprise.http.JsonTree;
import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.resolve.ContainerFinding;
import io.reprise.resolve.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A series as TMDB tells it; {@code weight} is how sure the search is that it is meant. */
record Show(String id, Finding.Container container, List<String> genres, double weight) {
    static final String SCHEME = "tmdb:tv";

    /** Empty where it is told without an id or a name. */
    static Optional<Show> read(JsonTree show, double weight) {
        String id = show.text("id");
        String name = show.text("name");
        if (!CrossReference.isNumber(id) || name.isEmpty()) {
            return Optional.empty();
        }
        List<ExternalId> ids = new ArrayList<>();
        add(ids, "imdb", show.at("external_ids").text("imdb_id"));
        add(ids, "tvdb:series", show.at("external_ids").text("tvdb_id"));
        Finding.Container container = new Finding.Container(
                ContainerKind.SHOW,
                new ExternalId(SCHEME, id),
                name,
                "",
                show.text("first_air_date"),
                show.texts("origin_country").stream().findFirst().orElse(""),
                ids);
        List<String> genres = show.list("genres").stream()
                .map(genre -> genre.text("name"))
                .filter(genre -> !genre.isEmpty())
                .toList();
        return Optional.of(new Show(id, container, genres, weight));
    }

    ContainerFinding found() {
        return new ContainerFinding(container, genres, List.of());
    }

    private static void add(List<ExternalId> ids, String scheme, String value) {
        if (!value.isEmpty()) {
            ids.add(new ExternalId(scheme, value));
        }
    }
}
