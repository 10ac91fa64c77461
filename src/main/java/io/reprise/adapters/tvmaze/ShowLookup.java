package io.reprise.adapters.tvmaze;

import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.resolve.Question;
import io.reprise.resolve.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shows by an id that was told, else by name. */
final class ShowLookup {
    static final int IDS_MAX = 3;
    static final int SHOWS_MAX = 2;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern IMDB = Pattern.compile("tt[0-9]{5,10}");

    private final Upstream upstream;

    ShowLookup(Upstream upstream) {
        this.upstream = upstream;
    }

    /** The shows that may be meant, the likeliest first, at most {@value #SHOWS_MAX}. */
    List<Show> meant(Question question) {
        Optional<Show> known = known(question.ids());
        return known.isPresent() ? List.of(known.get()) : named(question.container());
    }

    /** The show that one of these ids names. */
    Optional<Show> known(List<ExternalId> ids) {
        return ids.stream()
                .map(ShowLookup::path)
                .flatMap(Optional::stream)
                .limit(IDS_MAX)
                .map(path -> upstream.thing(path, "id", "name"))
                .flatMap(Optional::stream)
                .flatMap(show -> Show.read(show, 1).stream())
                .findFirst();
    }

    /** Sources tell the id of an episode or of its show as {@code imdb}; that of an episode is not found here. */
    private static Optional<String> path(ExternalId id) {
        String value = id.value();
        boolean isNumber = NUMBER.matcher(value).matches();
        return switch (id.scheme()) {
            case Show.SCHEME -> isNumber ? Optional.of("/shows/" + value) : Optional.empty();
            case "tvdb:series", "tvdb:show" ->
                isNumber ? Optional.of("/lookup/shows?thetvdb=" + value) : Optional.empty();
            case "imdb" ->
                IMDB.matcher(value).matches() ? Optional.of("/lookup/shows?imdb=" + value) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private List<Show> named(String name) {
        if (name.isBlank()) {
            return List.of();
        }
        List<Show> shows = new ArrayList<>();
        double best = 0;
        for (JsonTree result : upstream.list("/search/shows?q=" + Upstream.encoded(name.strip()), "")) {
            double score = Math.max(0, result.decimal("score"));
            best = Math.max(best, score);
            Show.read(result.at("show"), best > 0 ? score / best : 0).ifPresent(shows::add);
        }
        return shows.stream().limit(SHOWS_MAX).toList();
    }
}
