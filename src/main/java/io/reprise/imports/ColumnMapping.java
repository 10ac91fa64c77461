package io.reprise.imports;

import io.reprise.media.MediaKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the columns (or members) of a file without a known format mean: at most one column for each meaning, the kind of
 * media where no column tells it, and how dates in numbers are written. Guessed from the columns' names, shown before
 * an import, or given by the user. {@link #line} is its lasting form, which is stored with each row. Immutable.
 */
public record ColumnMapping(Map<Meaning, String> columns, MediaKind kind, DateOrder order) {
    /** What a column can mean, with the names that are taken for it, in the order in which they are preferred. */
    public enum Meaning {
        STARTED("uts", "started_at", "start_time", "start", "listened_at", "played_at", "timestamp", "timems", "ts"),
        ENDED("ended_at", "end_time", "finished_at", "watched_at", "read_at", "completed_at", "date_read", "end"),
        WHEN("time", "date", "datetime", "date_time", "date_watched", "watched_date", "day", "utc_time", "when"),
        TITLE("title", "track", "song", "track_name", "song_name", "name", "track_title", "item"),
        ARTIST("artist", "artist_name", "artists", "artist_names", "band"),
        ALBUM("album", "release", "album_name", "release_name", "album_title"),
        AUTHOR("author", "authors", "author_name", "writer"),
        SHOW("show", "series", "show_title", "series_title", "tv_show", "series_name", "show_name"),
        SEASON("season", "season_number"),
        EPISODE("episode", "episode_number", "ep"),
        FEED("podcast", "podcast_title", "feed", "podcast_name"),
        CHANNEL("channel", "channel_name"),
        YEAR("year", "release_year", "year_released"),
        URL("url", "link", "uri", "address"),
        SPENT("seconds", "seconds_played", "duration_played", "listened_seconds", "played_seconds"),
        SPENT_MILLIS("ms_played", "msplayed", "played_ms"),
        LENGTH("duration", "length", "runtime_seconds"),
        LENGTH_MILLIS("duration_ms", "durationms", "length_ms"),
        KIND("kind", "type", "media_type", "media", "category"),
        ISBN("isbn13", "isbn", "isbn_13"),
        IMDB("imdb", "imdb_id", "const"),
        ID("event_id", "scrobble_id", "play_id", "listen_id");

        private final List<String> names;

        Meaning(String... names) {
            this.names = List.of(names);
        }

        private Optional<String> among(Map<String, String> columns) {
            return names.stream().filter(columns::containsKey).map(columns::get).findFirst();
        }
    }

    private static final String PARTS = "\u001f";
    private static final Set<Meaning> TIMES = Set.of(Meaning.STARTED, Meaning.ENDED, Meaning.WHEN);

    public ColumnMapping {
        columns = columns.isEmpty() ? Map.of() : Map.copyOf(columns);
        if (!columns.containsKey(Meaning.TITLE)
                && !columns.containsKey(Meaning.URL)
                && !columns.containsKey(Meaning.EPISODE)) {
            throw new IllegalArgumentException(
                    "a mapping names the column of the title, the url or the episode; " + columns + " was given");
        }
        if (TIMES.stream().noneMatch(columns::containsKey)) {
            throw new IllegalArgumentException("a mapping names the column of a time; " + columns + " was given");
        }
        for (String column : columns.values()) {
            if (column.isBlank() || column.contains(PARTS) || column.contains("\n")) {
                throw new IllegalArgumentException("a column has a name on one line, not \"" + column + '"');
            }
        }
    }

    /**
     * The mapping that these names suggest; empty where no column tells the title or the time, or nothing tells what
     * kind of media it is.
     */
    public static Optional<ColumnMapping> guess(List<String> names, DateOrder order) {
        Map<String, String> plain = new LinkedHashMap<>();
        names.forEach(name -> plain.putIfAbsent(plain(name), name.strip()));
        Map<Meaning, String> columns = new EnumMap<>(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            meaning.among(plain).ifPresent(column -> columns.put(meaning, column));
        }
        boolean isNamed = columns.containsKey(Meaning.TITLE)
                || columns.containsKey(Meaning.URL)
                || columns.containsKey(Meaning.EPISODE);
        if (!isNamed || TIMES.stream().noneMatch(columns::containsKey)) {
            return Optional.empty();
        }
        return kind(columns).map(kind -> new ColumnMapping(columns, kind, order));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }

    private static Optional<MediaKind> kind(Map<Meaning, String> columns) {
        Set<Meaning> told = columns.keySet();
        if (told.contains(Meaning.SHOW) && (told.contains(Meaning.EPISODE) || !told.contains(Meaning.AUTHOR))) {
            return Optional.of(MediaKind.EPISODE);
        } else if (told.contains(Meaning.FEED)) {
            return Optional.of(MediaKind.PODCAST);
        } else if (told.contains(Meaning.ARTIST)) {
            return Optional.of(MediaKind.SONG);
        } else if (told.contains(Meaning.ISBN) || (told.contains(Meaning.AUTHOR) && !told.contains(Meaning.URL))) {
            return Optional.of(MediaKind.BOOK);
        } else if (told.contains(Meaning.CHANNEL)) {
            return Optional.of(MediaKind.VIDEO);
        } else if (told.contains(Meaning.IMDB) || told.contains(Meaning.YEAR)) {
            return Optional.of(MediaKind.FILM);
        } else if (told.contains(Meaning.URL)) {
            return Optional.of(MediaKind.ARTICLE);
        }
        return told.contains(Meaning.KIND) ? Optional.of(MediaKind.SONG) : Optional.empty();
    }

    /** Each column with the word for what it means, in the order of the meanings. */
    public Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        for (Meaning meaning : Meaning.values()) {
            column(meaning)
                    .ifPresent(column -> words.put(
                            column, meaning.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
        return words;
    }

    /** The column of a meaning, in the case of the file. */
    public Optional<String> column(Meaning meaning) {
        return Optional.ofNullable(columns.get(meaning));
    }

    /** The mapping on one line. */
    public String line() {
        List<String> parts = new ArrayList<>();
        parts.add(kind.word());
        parts.add(order.name());
        for (Meaning meaning : Meaning.values()) {
            column(meaning).ifPresent(column -> parts.add(meaning.name() + '=' + column));
        }
        return String.join(PARTS, parts);
    }

    /** Reads {@link #line} back; throws {@link IllegalArgumentException} where it is none. */
    public static ColumnMapping ofLine(String line) {
        String[] parts = line.split(PARTS, -1);
        if (parts.length < 2) {
            throw new IllegalArgumentException("expected a column mapping, got " + Shown.of(line));
        }
        MediaKind kind = MediaKind.ofWord(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("expected a kind of media, got " + parts[0]));
        Map<Meaning, String> columns = new EnumMap<>(Meaning.class);
        for (String part : List.of(parts).subList(2, parts.length)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("expected meaning=column, got " + Shown.of(part));
            }
            columns.put(Meaning.valueOf(part.substring(0, equals)), part.substring(equals + 1));
        }
        return new ColumnMapping(columns, kind, DateOrder.valueOf(parts[1]));
    }
}
