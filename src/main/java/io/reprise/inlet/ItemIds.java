package io.reprise.inlet;

import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The ids that media servers give an item, named by who issued them. Those of a show or a season are no id of the
 * episode and are not to be asked for here.
 */
public final class ItemIds {
    private ItemIds() {}

    /** The id that this issuer gave to an item of this kind; empty where we do not know such ids. */
    public static List<ExternalId> of(MediaKind kind, String issuer, @Nullable String value) {
        String word = issuer.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case FILM, EPISODE ->
                switch (word) {
                    case "imdb" -> Claim.id("imdb", value);
                    case "tmdb", "tvdb" -> Claim.id(word + (kind == MediaKind.FILM ? ":movie" : ":episode"), value);
                    default -> List.of();
                };
            case SONG ->
                switch (word) {
                    // What the servers call the track is the track of a release, not the recording.
                    case "mbid", "musicbrainztrack" -> Claim.id("mb:track", value);
                    case "musicbrainzrecording" -> Claim.id("mb:recording", value);
                    default -> List.of();
                };
            case BOOK -> word.equals("isbn") || word.equals("asin") ? Claim.id(word, value) : List.of();
            case ARTICLE, PICTURE, PODCAST, VIDEO -> List.of();
        };
    }
}
