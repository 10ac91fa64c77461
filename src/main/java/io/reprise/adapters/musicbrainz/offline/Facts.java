package io.reprise.adapters.musicbrainz.offline;

import java.util.List;
import java.util.UUID;

/**
 * What a JSON dump says of one recording, artist or release group; what does not apply is empty or 0. {@code date} is
 * the first release or the begin of a life, {@code place} an artist's country, {@code type} a release group's type.
 */
record Facts(
        UUID mbid,
        String name,
        String sortName,
        String comment,
        String date,
        String place,
        String type,
        int millis,
        List<String> aliases,
        List<String> genres,
        List<String> isrcs,
        List<CreditPart> credit) {
    static final int LIST_MAX = 100;
    static final int TEXT_CHARS_MAX = 4_000;

    Facts {
        aliases = List.copyOf(aliases);
        genres = List.copyOf(genres);
        isrcs = List.copyOf(isrcs);
        credit = List.copyOf(credit);
    }

    /** One artist of a credit: as whom, and what joins it to the next. */
    record CreditPart(UUID artist, String creditedAs, String join) {}
}
