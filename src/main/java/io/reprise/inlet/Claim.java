package io.reprise.inlet;

import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.scrobble.Position;
import io.reprise.scrobble.Unreadable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a media server says of an item, in our words, before its kind is known: each of them names kinds in its own
 * words and fills the same few fields. {@code within} is the show, the album or the series; {@code artist} as credited.
 * Length in seconds.
 */
public record Claim(
        @Nullable String title,
        @Nullable String within,
        @Nullable String artist,
        Numbers numbers,
        List<ExternalId> ids) {
    /** Season and number of an episode, the year of a film, the length; null where not told. */
    public record Numbers(
            @Nullable Integer season,
            @Nullable Integer number,
            @Nullable Integer year,
            @Nullable Integer length) {}

    public Claim {
        ids = List.copyOf(ids);
    }

    /** As an episode, by show and number. */
    public Mention episode() throws Unreadable {
        return new Mention.Episode(
                need("the show of an episode", within),
                numbers.season(),
                numbers.number(),
                title,
                numbers.length(),
                ids);
    }

    /** As a film. */
    public Mention film() throws Unreadable {
        return new Mention.Film(need("the title of a film", title), numbers.year(), Credit.NONE, numbers.length(), ids);
    }

    /** As a song of a release. */
    public Mention song() throws Unreadable {
        return new Mention.Song(
                need("the title of a song", title),
                Credit.of(need("the artist of a song", artist), "artist"),
                within,
                null,
                numbers.length(),
                ids);
    }

    /** As a book that is heard or read. */
    public Mention book() throws Unreadable {
        Credit author = artist == null ? Credit.NONE : Credit.of(artist, "author");
        return new Mention.Book(need("the title of a book", title), author, within, numbers.length(), ids);
    }

    /** As a picture of an album. */
    public Mention picture() throws Unreadable {
        return new Mention.Picture(need("the title of a picture", title), within, Credit.NONE, ids);
    }

    /** As a video that is neither film nor episode. */
    public Mention video() throws Unreadable {
        return new Mention.Video(need("the title of a video", title), null, artist, numbers.length(), ids);
    }

    private static String need(String what, @Nullable String text) throws Unreadable {
        if (text == null || text.isBlank()) {
            throw new Unreadable(what + ": expected text, got nothing");
        }
        return text;
    }

    /** How far into the item, told in parts of a second (1000 for milliseconds); null where it is not told. */
    public static @Nullable Position position(@Nullable Long at, @Nullable Long total, long partsPerSecond) {
        if (at == null || at < 0) {
            return null;
        }
        Double whole = total == null || total <= 0 ? null : (Double) (total / (double) partsPerSecond);
        return new Position(at / (double) partsPerSecond, whole, "seconds");
    }

    /** A length told in parts of a second as whole seconds; null where it is not told or says nothing. */
    public static @Nullable Integer seconds(@Nullable Long parts, long partsPerSecond) {
        if (parts == null || parts < partsPerSecond) {
            return null;
        }
        return Math.toIntExact(Math.round(parts / (double) partsPerSecond));
    }

    /** An id where its value was told; ids that cannot be one are left out, for the payload keeps them. */
    public static List<ExternalId> id(String scheme, @Nullable String value) {
        return value == null || value.isBlank() || value.length() > 200
                ? List.of()
                : List.of(new ExternalId(scheme, value));
    }
}
