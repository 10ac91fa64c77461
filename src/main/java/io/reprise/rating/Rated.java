package io.reprise.rating;

import io.reprise.media.Fingerprint;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import org.jspecify.annotations.Nullable;

/**
 * What an opinion is about: the item by the key of its mention, its kind and title, the scrobble it was given during (0
 * for none) and how far into the item it was given (seconds, null where unknown).
 */
public record Rated(
        long itemKey,
        MediaKind kind,
        String title,
        long scrobble,
        @Nullable Double position) {
    public Rated {
        if (scrobble < 0 || position != null && !(position >= 0)) {
            throw new IllegalArgumentException(
                    "a rating's scrobble and position are 0 or more, not " + scrobble + " and " + position);
        }
    }

    public static Rated of(Mention mention, long scrobble, @Nullable Double position) {
        return new Rated(keyOf(mention), mention.kind(), mention.title(), scrobble, position);
    }

    /** The key that the catalog knows the item by. */
    public static long keyOf(Mention mention) {
        return Fingerprint.of(mention.identity()).key();
    }
}
