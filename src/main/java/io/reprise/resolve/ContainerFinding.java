package io.reprise.resolve;

import java.util.List;

/** An album or a show as an authority tells of it by its id, with its genres and the other names it goes by. */
public record ContainerFinding(Finding.Container container, List<String> genres, List<String> aliases) {
    public ContainerFinding {
        genres = List.copyOf(genres);
        aliases = List.copyOf(aliases);
    }
}
