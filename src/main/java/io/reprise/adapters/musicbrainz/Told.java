package io.reprise.adapters.musicbrainz;

import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import io.reprise.resolve.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The parts that all of MusicBrainz's answers have alike. */
final class Told {
    private Told() {}

    /** The id of the thing that is told here. */
    static Optional<ExternalId> id(JsonTree of, String scheme) {
        return Mbid.find(of.text("id")).map(mbid -> mbid.as(scheme));
    }

    static List<Finding.Creator> credit(JsonTree of) {
        return of.list("artist-credit").stream()
                .filter(place -> !name(place).isEmpty())
                .map(Told::creator)
                .toList();
    }

    private static Finding.Creator creator(JsonTree place) {
        JsonTree artist = place.at("artist");
        String creditedAs = name(place);
        String name = artist.text("name").isEmpty() ? creditedAs : artist.text("name");
        return new Finding.Creator(
                id(artist, Schemes.ARTIST).orElse(null),
                name,
                artist.text("sort-name"),
                creditedAs,
                join(place),
                "artist",
                aliases(artist));
    }

    private static String name(JsonTree place) {
        return place.text("name").isEmpty() ? place.at("artist").text("name") : place.text("name");
    }

    /** With the spaces around it, which are a part of it. */
    private static String join(JsonTree place) {
        return place.raw("joinphrase");
    }

    /** The credit as one line. */
    static String line(JsonTree of) {
        StringBuilder line = new StringBuilder();
        for (Finding.Creator creator : credit(of)) {
            line.append(creator.creditedAs()).append(creator.join());
        }
        return line.toString().strip();
    }

    static List<String> aliases(JsonTree of) {
        return of.list("aliases").stream()
                .map(alias -> alias.text("name"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The genres, those with the most votes first. */
    static List<String> genres(JsonTree of) {
        return of.list("genres").stream()
                .sorted(Comparator.comparingDouble((JsonTree genre) -> -genre.decimal("count"))
                        .thenComparing(genre -> genre.text("name")))
                .map(genre -> genre.text("name"))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
