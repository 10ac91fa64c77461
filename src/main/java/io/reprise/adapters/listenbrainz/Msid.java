package io.reprise.adapters.listenbrainz;

import io.reprise.media.Fold;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * ListenBrainz's id for a song as told, that is for artist, track and release as text: here a UUID made of the three
 * folded names, so that the same names have the same id for ever and nothing has to be stored. It is not an MBID.
 */
final class Msid {
    private static final int HEX_DIGITS = 32;

    private Msid() {}

    static UUID of(String artist, String track, String release) {
        String names =
                "reprise msid\u001f" + Fold.fold(artist) + '\u001f' + Fold.fold(track) + '\u001f' + Fold.fold(release);
        return UUID.nameUUIDFromBytes(names.getBytes(StandardCharsets.UTF_8));
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
