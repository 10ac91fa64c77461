package io.reprise.adapters.tmdb;

import io.reprise.art.ArtSource;
import io.reprise.catalog.SubjectKind;
import io.reprise.http.JsonTree;
import io.reprise.http.PoliteClient;
import io.reprise.media.ExternalId;
import io.reprise.resolve.Answers;
import io.reprise.resolve.Upstream;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The posters of films and series, and the portraits of people, at TMDB: by its ids, or those of IMDb and TheTVDB. An
 * id of an episode leads to its series. Thread-safe.
 */
public final class Posters implements ArtSource {
    /** Where its pictures lie. */
    public static final URI PICTURES = URI.create("https://image.tmdb.org");

    private static final String PERSON = "tmdb:person";
    private static final Pattern IMDB = Pattern.compile("tt[0-9]{5,10}");
    private static final Pattern FILE = Pattern.compile("/[A-Za-z0-9._-]{3,100}");

    private final Upstream upstream;
    private final URI pictures;

    /** Where it is asked: {@link Tmdb#ADDRESS}, and {@link #PICTURES}. */
    public record Addresses(URI questions, URI pictures) {
        public static final Addresses USUAL = new Addresses(Tmdb.ADDRESS, PICTURES);
    }

    public Posters(Addresses addresses, TmdbKey key, PoliteClient client, Answers answers) {
        // Remembered apart from what the authority reads, which leaves pictures out.
        this.upstream = new Upstream("tmdb-art", addresses.questions(), client, answers)
                .signed(key::sign)
                .without("overview", "biography", "seasons", "production_companies", "networks", "also_known_as");
        this.pictures = addresses.pictures();
    }

    @Override
    public String word() {
        return Tmdb.WORD;
    }

    @Override
    public String title() {
        return "TMDB";
    }

    @Override
    public String terms() {
        return "This product uses the TMDB API but is not endorsed or certified by TMDB.";
    }

    @Override
    public boolean knows(Asked asked) {
        return path(asked).isPresent();
    }

    /** What is asked for the thing itself; the results of a cross reference stand in a list. */
    private static Optional<String> path(Asked asked) {
        String value = asked.id().value();
        boolean isNumber = CrossReference.isNumber(value);
        boolean isShow = asked.subject() == SubjectKind.CONTAINER;
        return switch (asked.id().scheme()) {
            case FilmReader.SCHEME ->
                isNumber && asked.subject() == SubjectKind.ITEM ? Optional.of("/3/movie/" + value) : Optional.empty();
            case Show.SCHEME, "tmdb:show" -> isNumber && isShow ? Optional.of("/3/tv/" + value) : Optional.empty();
            case PERSON ->
                isNumber && asked.subject() == SubjectKind.CREATOR
                        ? Optional.of("/3/person/" + value)
                        : Optional.empty();
            case "imdb" ->
                IMDB.matcher(value).matches() && asked.subject() != SubjectKind.CREATOR
                        ? Optional.of("/3/find/" + value + "?external_source=imdb_id")
                        : Optional.empty();
            case "tvdb:series", "tvdb:show" ->
                isNumber && isShow ? Optional.of("/3/find/" + value + "?external_source=tvdb_id") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Sources tell the id of an episode or of its series as {@code imdb}. */
    @Override
    public Optional<ExternalId> whole(Asked asked) {
        if (asked.subject() != SubjectKind.CONTAINER || !asked.id().scheme().equals("imdb")) {
            return Optional.of(asked.id());
        }
        return path(asked).flatMap(path -> upstream.thing(path, "tv_results")).flatMap(found -> {
            String series =
                    first(found, "tv_results").map(one -> one.text("id")).orElse("");
            String ofEpisode = first(found, "tv_episode_results")
                    .map(one -> one.text("show_id"))
                    .orElse("");
            String show = series.isEmpty() ? ofEpisode : series;
            return CrossReference.isNumber(show) ? Optional.of(new ExternalId(Show.SCHEME, show)) : Optional.empty();
        });
    }

    private static Optional<JsonTree> first(JsonTree found, String results) {
        return found.list(results).stream().findFirst();
    }

    @Override
    public Optional<Offer> find(Asked asked) {
        return path(asked)
                .flatMap(path -> path.startsWith("/3/find/")
                        ? upstream.thing(path, "movie_results")
                                .flatMap(found -> first(
                                        found, asked.subject() == SubjectKind.ITEM ? "movie_results" : "tv_results"))
                        : upstream.thing(path, "id"))
                .flatMap(thing -> offer(asked, thing));
    }

    private Optional<Offer> offer(Asked asked, JsonTree thing) {
        String poster = thing.text("poster_path");
        String file = poster.isEmpty() ? thing.text("profile_path") : poster;
        String kind = switch (asked.subject()) {
            case ITEM -> "movie";
            case CREATOR -> "person";
            case CONTAINER, PLAY, DECISION, RUN, RULE -> "tv";
        };
        return FILE.matcher(file).matches()
                ? Optional.of(new Offer(
                        URI.create(pictures + "/t/p/w500" + file),
                        "TMDB",
                        "https://www.themoviedb.org/" + kind + "/" + thing.text("id")))
                : Optional.empty();
    }
}
