package io.reprise.adapters.simkl;

import io.reprise.imports.JsonRow;
import io.reprise.imports.TimeText;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An episode or a film as Simkl tells it; the time is that of the last watch. */
final class SimklItem {
    private SimklItem() {}

    static Told episode(JsonRow row) throws Unreadable {
        JsonRow show = need(row, "show");
        JsonRow episode = need(row, "episode");
        Mention mention = new Mention.Episode(
                show.needText("title"),
                row.count("season"),
                episode.count("number"),
                episode.text("title"),
                null,
                List.of());
        return Told.played(mention, ended(episode.text("watched_at")));
    }

    static Told film(JsonRow row) throws Unreadable {
        JsonRow movie = need(row, "movie");
        List<ExternalId> ids = new ArrayList<>();
        JsonRow told = movie.object("ids");
        if (told != null) {
            add(ids, "imdb", told.text("imdb"));
            add(ids, "tmdb:movie", told.text("tmdb"));
            add(ids, "simkl:movie", told.text("simkl"));
        }
        Mention film = new Mention.Film(movie.needText("title"), movie.count("year"), Credit.NONE, null, ids);
        return Told.played(film, ended(row.text("last_watched_at")));
    }

    private static JsonRow need(JsonRow row, String name) throws Unreadable {
        JsonRow object = row.object(name);
        if (object == null) {
            throw new Unreadable(row.field(name) + ": expected an object, got nothing");
        }
        return object;
    }

    private static Times ended(@Nullable String at) throws Unreadable {
        return at == null ? Times.UNKNOWN : TimeText.of("watched_at", at).ended();
    }

    private static void add(List<ExternalId> ids, String scheme, @Nullable String value) {
        if (value != null) {
            ids.add(new ExternalId(scheme, value));
        }
    }
}
