package io.reprise.playlist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every field by its words: those of Navidrome's smart playlists, and ours. */
final class FieldBook {
    private static final String ID = "id.";
    private static final Map<String, Field> FIELDS = fields();

    private FieldBook() {}

    static Optional<Field> find(String told) {
        String word = told.strip().toLowerCase(Locale.ROOT);
        if (word.startsWith(ID) && word.substring(ID.length()).matches("[a-z0-9]+([:.-][a-z0-9]+)*")) {
            return Optional.of(new Field(word, Measure.ID, Scope.ITEM, word.substring(ID.length()), false));
        }
        return Optional.ofNullable(FIELDS.get(word));
    }

    static List<String> words() {
        return List.copyOf(FIELDS.keySet());
    }

    private static Map<String, Field> fields() {
        Map<String, Field> all = new LinkedHashMap<>();
        words(all);
        numbers(all);
        dates(all);
        hierarchy(all);
        ids(all);
        unheld(all);
        return all;
    }

    private static void words(Map<String, Field> all) {
        put(all, Measure.KIND, "kind");
        put(all, Measure.TITLE, "title", "sorttitle");
        put(all, Measure.CREATOR, "creator", "artist", "author", "director", "sortartist");
        put(all, Measure.GENRE, "genre");
        put(all, Measure.COUNTRY, "country");
        put(all, Measure.TAG, "tag");
        put(all, Measure.SOURCE, "source");
        scoped(all, Measure.CONTAINER, Scope.ALBUM, "album", "sortalbum");
        scoped(all, Measure.CONTAINER, Scope.SERIES, "series");
        scoped(all, Measure.CONTAINER, Scope.FEED, "feed");
        scoped(all, Measure.CONTAINER, Scope.CONTAINER, "container");
        scoped(all, Measure.CONTAINER_CREDIT, Scope.ALBUM, "albumartist", "sortalbumartist");
    }

    private static void numbers(Map<String, Field> all) {
        put(all, Measure.YEAR, "year", "releaseyear", "originalyear");
        put(all, Measure.LENGTH, "duration");
        defaulted(all, Measure.PLAYS, Scope.ITEM, "playcount");
        put(all, Measure.COMPLETED, "completedcount", "passcount");
        put(all, Measure.PARTIAL, "partialcount");
        put(all, Measure.SKIPS, "skipcount");
        put(all, Measure.LISTENED, "listenedms");
        put(all, Measure.FRACTION, "avgfraction");
        defaulted(all, Measure.RATING, Scope.ITEM, "rating", "averagerating");
        put(all, Measure.SCORE, "score");
        put(all, Measure.SEASON, "season");
        put(all, Measure.EPISODE, "episode");
        put(all, Measure.RANDOM, "random");
        defaulted(all, Measure.LOVED, Scope.ITEM, "loved");
    }

    private static void dates(Map<String, Field> all) {
        put(all, Measure.RELEASED, "released", "date", "releasedate", "originaldate");
        put(all, Measure.FIRST_PLAYED, "firstplayed", "dateadded");
        put(all, Measure.LAST_PLAYED, "lastplayed", "lastcompleted");
        put(all, Measure.PLAYED, "played");
        put(all, Measure.RATED_AT, "daterated");
        put(all, Measure.LOVED_AT, "dateloved");
    }

    /** {@code album.playcount} and the like; Navidrome writes those of albums and artists without the point. */
    private static void hierarchy(Map<String, Field> all) {
        Map<String, Scope> scopes = Map.of(
                "container", Scope.CONTAINER,
                "album", Scope.ALBUM,
                "series", Scope.SERIES,
                "feed", Scope.FEED,
                "artist", Scope.CREATOR,
                "creator", Scope.CREATOR);
        for (String name : List.of("container", "album", "series", "feed", "artist", "creator")) {
            Scope scope = scopes.getOrDefault(name, Scope.CONTAINER);
            under(all, scope, name + ".");
        }
        under(all, Scope.ALBUM, "album");
        under(all, Scope.CREATOR, "artist");
    }

    private static void under(Map<String, Field> all, Scope scope, String prefix) {
        defaulted(all, Measure.PLAYS, scope, prefix + "playcount");
        scoped(all, Measure.COMPLETED, scope, prefix + "completedcount");
        scoped(all, Measure.LISTENED, scope, prefix + "listenedms");
        scoped(all, Measure.FIRST_PLAYED, scope, prefix + "firstplayed", prefix + "dateadded");
        scoped(all, Measure.LAST_PLAYED, scope, prefix + "lastplayed", prefix + "lastcompleted");
        defaulted(all, Measure.RATING, scope, prefix + "rating");
        scoped(all, Measure.SCORE, scope, prefix + "score");
        defaulted(all, Measure.LOVED, scope, prefix + "loved");
        scoped(all, Measure.RATED_AT, scope, prefix + "daterated");
        scoped(all, Measure.LOVED_AT, scope, prefix + "dateloved");
        scoped(all, Measure.TAG, scope, prefix + "tag");
    }

    private static void ids(Map<String, Field> all) {
        id(all, "mbz_recording_id", "mb:recording");
        id(all, "mbz_release_track_id", "mb:track");
        id(all, "mbz_album_id", "mb:release");
        id(all, "mbz_release_group_id", "mb:release-group");
        id(all, "mbz_artist_id", "mb:artist");
        id(all, "mbz_album_artist_id", "mb:release-artist");
        id(all, "isrc", "isrc");
    }

    private static void unheld(Map<String, Field> all) {
        String words = "language device status comment lyrics filepath filetype codec mood grouping composer lyricist"
                + " conductor arranger producer engineer mixer remixer djmixer performer discsubtitle albumcomment"
                + " catalognumber explicitstatus albumtype releasetype releasecountry recordlabel media asin barcode"
                + " script key website license copyright subtitle work movement movementname encodedby tracktotal"
                + " disctotal releasestatus";
        put(all, Measure.UNHELD_WORDS, words.split(" "));
        String numbers = "tracknumber discnumber size bitrate bitdepth samplerate bpm channels library_id progress"
                + " positionms album_duration songcount";
        put(all, Measure.UNHELD_NUMBER, numbers.split(" "));
        put(all, Measure.UNHELD_FLAG, "hascoverart", "compilation", "missing", "inwatchlist", "saved");
        put(all, Measure.UNHELD_DATE, "datemodified", "lastprogress");
    }

    private static void put(Map<String, Field> all, Measure measure, String... words) {
        scoped(all, measure, Scope.ITEM, words);
    }

    private static void scoped(Map<String, Field> all, Measure measure, Scope scope, String... words) {
        for (String word : words) {
            all.putIfAbsent(word, new Field(word, measure, scope, "", false));
        }
    }

    private static void defaulted(Map<String, Field> all, Measure measure, Scope scope, String... words) {
        for (String word : words) {
            all.putIfAbsent(word, new Field(word, measure, scope, "", true));
        }
    }

    private static void id(Map<String, Field> all, String word, String scheme) {
        all.put(word, new Field(word, Measure.ID, Scope.ITEM, scheme, false));
    }
}
