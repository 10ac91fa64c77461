package io.reprise.adapters.tmdb;

import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.resolve.Upstream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What TMDB calls a thing whose id at IMDb or TheTVDB is known: {@code /3/find/{id}}. */
final class CrossReference {
    static final int IDS_MAX = 2;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern IMDB = Pattern.compile("tt[0-9]{5,10}");

    private final Upstream upstream;

    CrossReference(Upstream upstream) {
        this.upstream = upstream;
    }

    static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    /** One thing, and the id by which it was found. */
    record Found(JsonTree thing, ExternalId by) {}

    /** The first thing in {@code results} (such as {@code movie_results}) that one of these ids leads to. */
    Optional<Found> first(List<ExternalId> ids, String results, List<String> schemes) {
        return ids.stream()
                .filter(id -> schemes.contains(id.scheme()))
                .filter(CrossReference::isKnown)
                .limit(IDS_MAX)
                .flatMap(id -> found(id, results).map(thing -> new Found(thing, id)).stream())
                .findFirst();
    }

    private static boolean isKnown(ExternalId id) {
        return id.scheme().equals("imdb") ? IMDB.matcher(id.value()).matches() : isNumber(id.value());
    }

    private Optional<JsonTree> found(ExternalId id, String results) {
        String source = id.scheme().equals("imdb") ? "imdb_id" : "tvdb_id";
        return upstream.thing("/3/find/" + id.value() + "?external_source=" + source, results)
                .flatMap(answer -> answer.list(results).stream().findFirst());
    }
}
