package io.reprise.adapters.tvmaze;

import io.reprise.http.JsonTree;
import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.resolve.ContainerFinding;
import io.reprise.resolve.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A show as TVmaze tells it; {@code weight} is how sure the search is that it is meant. */
record Show(int number, Finding.Container container, List<String> genres, double weight) {
    static final String SCHEME = "tvmaze:show";

    /** Empty where it is told without a number or a name. */
    static Optional<Show> read(JsonTree show, double weight) {
        Integer number = show.number("id");
        String name = show.text("name");
        if (number == null || name.isEmpty()) {
            return Optional.empty();
        }
        List<ExternalId> ids = new ArrayList<>();
        JsonTree others = show.at("externals");
        add(ids, "tvdb:series", others.text("thetvdb"));
        add(ids, "imdb", others.text("imdb"));
        JsonTree network = show.at("network").isTold() ? show.at("network") : show.at("webChannel");
        Finding.Container container = new Finding.Container(
                ContainerKind.SHOW,
                new ExternalId(SCHEME, number.toString()),
                name,
                "",
                show.text("premiered"),
                network.at("country").text("code"),
                ids);
        return Optional.of(new Show(number, container, show.texts("genres"), weight));
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
