package io.reprise.rating;

import io.reprise.media.ExternalId;
import io.reprise.media.Fingerprint;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import org.jspecify.annotations.Nullable;

/**
 * What an opinion is about: the item by the key of its mention, its kind, title and credit as text (empty where none
 * was told), an outside id that was told of it, the scrobble it was given during (0 for none) and how far into the item
 * it was given (seconds, null where unknown). The item may be one that was never played.
 */
public record Rated(
        long itemKey,
        MediaKind kind,
        String title,
        String credit,
        @Nullable ExternalId id,
        long scrobble,
        @Nullable Double position) {
    private static final String RECORDING = "mb:recording";

    public Rated {
        if (scrobble < 0 || position != null && !(position >= 0)) {
            throw new IllegalArgumentException(
                    "a rating's scrobble and position are 0 or more, not " + scrobble + " and " + position);
        }
    }

    public static Rated of(Mention mention, long scrobble, @Nullable Double position) {
        ExternalId id = mention.ids().stream()
                .filter(each -> each.scheme().equals(RECORDING))
                .findFirst()
                .orElse(null);
        return new Rated(
                keyOf(mention),
                mention.kind(),
                mention.title(),
                mention.credit().text(),
                id,
                scrobble,
                position);
    }

    /** The key that the catalog knows the item by. */
    public static long keyOf(Mention mention) {
        return Fingerprint.of(mention.identity()).key();
    }
}
