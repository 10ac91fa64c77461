package io.reprise.adapters.musicbrainz;

import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import io.reprise.resolve.Question;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The ids that MusicBrainz knows, and which of them were told. */
final class Schemes {
    static final String RECORDING = "mb:recording";
    static final String TRACK = "mb:track";
    static final String RELEASE = "mb:release";
    static final String RELEASE_GROUP = "mb:release-group";
    static final String ARTIST = "mb:artist";
    static final String ISRC = "isrc";

    private static final Pattern IS_ISRC = Pattern.compile("[A-Z]{2}[A-Z0-9]{3}[0-9]{7}");

    private Schemes() {}

    /** The well-formed MBIDs of this scheme, each once. */
    static List<ExternalId> mbids(Question question, String scheme) {
        return question.ids().stream()
                .filter(id -> id.scheme().equals(scheme))
                .flatMap(id -> Mbid.find(id.value()).stream())
                .map(mbid -> mbid.as(scheme))
                .distinct()
                .toList();
    }

    /** The well-formed ISRCs, without dashes and in upper case. */
    static List<ExternalId> isrcs(Question question) {
        return question.ids().stream()
                .filter(id -> id.scheme().equals(ISRC))
                .map(id -> id.value().replaceAll("[-\\s]", "").toUpperCase(Locale.ROOT))
                .filter(isrc -> IS_ISRC.matcher(isrc).matches())
                .map(isrc -> new ExternalId(ISRC, isrc))
                .distinct()
                .toList();
    }
}
