package io.reprise.adapters.wikidata;

import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A property of Wikidata whose values are ids of one of our schemes. An {@code ISBN} has dashes there, whose places
 * cannot be worked out, so it is read and never asked by.
 */
enum Property {
    IMDB("P345", "imdb", "tt[0-9]{5,10}", MediaKind.FILM, MediaKind.EPISODE),
    TMDB_MOVIE("P4947", "tmdb:movie", "[0-9]{1,9}", MediaKind.FILM),
    TMDB_SERIES("P4983", "tmdb:tv", "[0-9]{1,9}", MediaKind.EPISODE),
    TVDB_SERIES("P4835", "tvdb:series", "[0-9]{1,9}", MediaKind.EPISODE),
    TVMAZE("P8600", "tvmaze:show", "[0-9]{1,9}", MediaKind.EPISODE),
    OLID("P648", "olid", "OL[0-9]{1,10}[WM]", MediaKind.BOOK),
    GOODREADS("P2969", "goodreads", "[0-9]{1,12}", MediaKind.BOOK),
    ISBN_13("P212", "isbn", "97[89][0-9]{10}", MediaKind.BOOK),
    ISBN_10("P957", "isbn", "[0-9]{9}[0-9X]", MediaKind.BOOK),
    RECORDING("P4404", "mb:recording", "[0-9a-f-]{36}", MediaKind.SONG),
    WORK("P435", "mb:work", "[0-9a-f-]{36}", MediaKind.SONG),
    YOUTUBE("P1651", "yt", "[A-Za-z0-9_-]{11}", MediaKind.SONG, MediaKind.FILM, MediaKind.VIDEO);

    private final String number;
    private final String scheme;
    private final Pattern form;
    private final Set<MediaKind> kinds;

    Property(String number, String scheme, String form, MediaKind... kinds) {
        this.number = number;
        this.scheme = scheme;
        this.form = Pattern.compile(form);
        this.kinds = Set.copyOf(Arrays.asList(kinds));
    }

    String number() {
        return number;
    }

    /** The property to ask by for this id of a thing of this kind. */
    static Optional<Property> asking(MediaKind kind, ExternalId id) {
        return Arrays.stream(values())
                .filter(property -> property.scheme.equals(id.scheme()) && property.kinds.contains(kind))
                .filter(property -> property != ISBN_13 && property != ISBN_10)
                .filter(property -> property.form.matcher(id.value()).matches())
                .findFirst();
    }

    /** The id that a value of this property is, for a thing of this kind. */
    Optional<ExternalId> read(MediaKind kind, String value) {
        String plain = this == ISBN_13 || this == ISBN_10 ? value.replace("-", "") : value;
        return kinds.contains(kind) && form.matcher(plain).matches()
                ? Optional.of(new ExternalId(scheme, plain))
                : Optional.empty();
    }
}
