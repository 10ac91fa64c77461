package io.reprise.adapters.listenbrainz;

import io.reprise.media.Credit;
import io.reprise.media.Fingerprint;
import io.reprise.media.Mention;
import io.reprise.rating.Rated;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * ListenBrainz's id for a song as told: here a UUID that holds the key by which the catalog knows the song, that is
 * artist and title, whatever the release. So it is the same for ever, nothing is stored for it, and the song is found
 * from it. It is not an MBID.
 */
final class Msid {
    private static final int HEX_DIGITS = 32;
    /** Version and variant of a UUID made of a name take these bits; those of the key move to the lower half. */
    private static final long VERSION_BITS = 0xf000L;

    private static final long VERSION = 0x8000L;
    private static final long VARIANT = 1L << 63;
    private static final int NIBBLE_SHIFT = 58;
    private static final long CHECK_MASK = (1L << NIBBLE_SHIFT) - 1;

    private Msid() {}

    /** Of a song as told; the names are not blank. */
    static UUID of(String artist, String track) {
        return of(Rated.keyOf(new Mention.Song(track, Credit.of(artist, "artist"), null, null, null, List.of())));
    }

    /** Of the item with this key. */
    static UUID of(long key) {
        long high = key & ~VERSION_BITS | VERSION;
        long nibble = (key & VERSION_BITS) >>> 12;
        return new UUID(high, VARIANT | nibble << NIBBLE_SHIFT | check(key));
    }

    /** The key in an MSID that was made here; empty for any other UUID. */
    static OptionalLong key(UUID msid) {
        long nibble = msid.getLeastSignificantBits() >>> NIBBLE_SHIFT & 0xf;
        long key = msid.getMostSignificantBits() & ~VERSION_BITS | nibble << 12;
        return of(key).equals(msid) ? OptionalLong.of(key) : OptionalLong.empty();
    }

    private static long check(long key) {
        return Fingerprint.of("reprise msid\u001f" + key).key() & CHECK_MASK;
    }

    /** Reads a UUID in any of the usual ways to write one: with or without hyphens, in braces, as a URN. */
    static Optional<UUID> parse(String text) {
        String digits = text.strip().replaceFirst("^urn:uuid:", "").replaceAll("[{}-]", "");
        if (digits.length() != HEX_DIGITS || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
            return Optional.empty();
        }
        return Optional.of(new UUID(
                Long.parseUnsignedLong(digits.substring(0, HEX_DIGITS / 2), 16),
                Long.parseUnsignedLong(digits.substring(HEX_DIGITS / 2), 16)));
    }
}
