package io.reprise.web;

import io.reprise.media.ExternalId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outside ids as one reads them: a text, and where the thing itself can be looked at. */
final class Ids {
    private static final String MUSICBRAINZ = "https://musicbrainz.org/";
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("mb:recording", MUSICBRAINZ + "recording/"),
            Map.entry("mb:artist", MUSICBRAINZ + "artist/"),
            Map.entry("mb:release", MUSICBRAINZ + "release/"),
            Map.entry("mb:release-group", MUSICBRAINZ + "release-group/"),
            Map.entry("mb:work", MUSICBRAINZ + "work/"),
            Map.entry("mb:track", MUSICBRAINZ + "track/"),
            Map.entry("imdb", "https://www.imdb.com/title/"),
            Map.entry("tmdb:movie", "https://www.themoviedb.org/movie/"),
            Map.entry("tmdb:tv", "https://www.themoviedb.org/tv/"),
            Map.entry("tvmaze:show", "https://www.tvmaze.com/shows/"),
            Map.entry("tvmaze:episode", "https://www.tvmaze.com/episodes/"),
            Map.entry("wikidata", "https://www.wikidata.org/wiki/"),
            Map.entry("isbn", "https://openlibrary.org/isbn/"));

    private Ids() {}

    /** Where to look at it; null where no place is known. Only letters, digits, dots and dashes go into an address. */
    static @Nullable String href(ExternalId id) {
        String place = PLACES.get(id.scheme());
        if (place != null && id.value().matches("[0-9A-Za-z.-]+")) {
            return place + id.value();
        }
        String lower = id.value().toLowerCase(Locale.ROOT);
        boolean isAddress = id.scheme().equals("url") && (lower.startsWith("https://") || lower.startsWith("http://"));
        return isAddress ? id.value() : null;
    }

    static String text(ExternalId id) {
        return id.scheme() + " " + id.value();
    }
}
