package io.reprise.adapters.trakt.pull;

import io.reprise.imports.JsonRow;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The film or the episode that an object of Trakt is about, with its own ids; those of a show are not the episode's.
 */
final class Watched {
    private static final int MINUTE_SECONDS = 60;
    private static final int LENGTH_MINUTES_MAX = 10_000;

    private Watched() {}

    static Mention mention(JsonRow row) throws Unreadable {
        JsonRow movie = row.object("movie");
        if (movie != null) {
            return new Mention.Film(
                    movie.needText("title"), movie.count("year"), Credit.NONE, length(movie), ids(movie, "movie"));
        }
        JsonRow episode = row.object("episode");
        JsonRow show = row.object("show");
        if (episode == null || show == null) {
            throw new Unreadable("expected a movie, or an episode and its show, got neither");
        }
        return new Mention.Episode(
                show.needText("title"),
                episode.count("season"),
                episode.count("number"),
                episode.text("title"),
                length(episode),
                ids(episode, "episode"));
    }

    private static @Nullable Integer length(JsonRow item) throws Unreadable {
        Integer minutes = item.count("runtime");
        return minutes == null || minutes <= 0 || minutes > LENGTH_MINUTES_MAX
                ? null
                : (Integer) (minutes * MINUTE_SECONDS);
    }

    private static List<ExternalId> ids(JsonRow item, String kind) throws Unreadable {
        JsonRow told = item.object("ids");
        List<ExternalId> ids = new ArrayList<>();
        if (told != null) {
            add(ids, "imdb", told.text("imdb"));
            add(ids, "tmdb:" + kind, told.text("tmdb"));
            add(ids, "tvdb:" + kind, told.text("tvdb"));
            add(ids, "trakt:" + kind, told.text("trakt"));
        }
        return ids;
    }

    private static void add(List<ExternalId> ids, String scheme, @Nullable String value) {
        if (value != null) {
            ids.add(new ExternalId(scheme, value));
        }
    }
}
