package io.reprise.adapters.rockbox;

import io.reprise.imports.CleanText;
import io.reprise.imports.EpochSeconds;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a scrobbler log under its {@code #TZ/} line: artist, album, track, track number, seconds, {@code L}
 * (listened) or {@code S} (skipped), start, MusicBrainz id. Where the zone is unknown the start is a local wall time of
 * a player that knows no zones, so it is exact to the day.
 */
final class ScrobblerLine implements Format {
    private static final int FIELDS_MIN = 7;
    private static final int FIELDS_MAX = 8;
    /** 2002-01-01: no scrobbler is older, so a clock before that was not set. */
    private static final long FIRST = 1_009_843_200L;

    @Override
    public int code() {
        return 67;
    }

    @Override
    public String word() {
        return "rockbox.line";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        String[] lines = new String(payload, StandardCharsets.UTF_8).split("\n", 2);
        String[] fields = lines.length < 2 ? new String[0] : lines[1].split("\t", -1);
        if (fields.length < FIELDS_MIN || fields.length > FIELDS_MAX) {
            throw new Unreadable(
                    "expected " + FIELDS_MIN + " or " + FIELDS_MAX + " fields between tabs, got " + fields.length);
        }
        Verb verb = verb(fields[5].strip());
        List<ExternalId> ids = new ArrayList<>();
        Mbid.find(fields.length == FIELDS_MAX ? fields[7].strip() : "").ifPresent(id -> ids.add(id.as("mb:track")));
        String artist = CleanText.orNull("artist", fields[0]);
        try {
            Mention song = new Mention.Song(
                    fields[2],
                    artist == null || artist.equals("<Untagged>") ? Credit.NONE : Credit.of(artist, "artist"),
                    CleanText.orNull("album", fields[1]),
                    null,
                    whole("duration", fields[4]),
                    ids);
            return new Told(verb, song, times(lines[0], fields[6]), null, null, null);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static Verb verb(String rating) throws Unreadable {
        return switch (rating) {
            case "L" -> Verb.PLAYED;
            case "S" -> Verb.SKIP;
            default -> throw new Unreadable("rating: expected L or S, got \"" + rating + "\"");
        };
    }

    private static Times times(String zone, String text) throws Unreadable {
        Integer told = whole("timestamp", text);
        long second = EpochSeconds.check("timestamp", told == null ? 0 : told);
        if (second < FIRST) {
            return Times.UNKNOWN;
        }
        boolean isUtc = zone.strip().equals("#TZ/UTC");
        return isUtc ? Times.started(second) : new Times(second, null, Precision.DAY, null);
    }

    private static @Nullable Integer whole(String field, String text) throws Unreadable {
        try {
            return text.isBlank() ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new Unreadable(field + ": expected a whole number, got \"" + text.strip() + "\"", e);
        }
    }
}
