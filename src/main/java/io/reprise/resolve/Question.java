package io.reprise.resolve;

import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known at home of an item whose identity is asked for. {@code creators} are the names of its credit in order,
 * {@code credit} the same as one text as told. {@code container} is the release, show, feed or series it was played
 * from, empty where none was told; {@code seconds} its length. {@code season} and {@code number} are an episode's, as
 * told. {@code ids} are claims.
 */
public record Question(
        MediaKind kind,
        String title,
        String credit,
        List<String> creators,
        String container,
        @Nullable Integer seconds,
        @Nullable Integer season,
        @Nullable Integer number,
        @Nullable Integer year,
        List<ExternalId> ids) {
    public Question {
        creators = List.copyOf(creators);
        ids = List.copyOf(ids);
    }

    /** A song as it is mostly told. */
    public static Question song(
            String credit, String title, String release, @Nullable Integer seconds, List<ExternalId> ids) {
        List<String> creators = credit.isBlank() ? List.of() : List.of(credit);
        return new Question(MediaKind.SONG, title, credit, creators, release, seconds, null, null, null, ids);
    }

    /** The first id of this scheme that was told. */
    public Optional<String> id(String scheme) {
        return ids.stream()
                .filter(id -> id.scheme().equals(scheme))
                .map(ExternalId::value)
                .findFirst();
    }
}
