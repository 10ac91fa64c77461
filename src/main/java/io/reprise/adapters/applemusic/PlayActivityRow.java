package io.reprise.adapters.applemusic;

import io.reprise.imports.CsvRow;
import io.reprise.imports.TimeText;
import io.reprise.media.Credit;
import io.reprise.media.Mention;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of the play activity: start and end in UTC, milliseconds played, the listener's offset in seconds. */
final class PlayActivityRow {
    private static final int MILLIS = 1000;
    private static final int SKIP_BELOW_SECONDS = 30;
    private static final int SECONDS_MAX = 86_400;
    private static final String WHOLE = "NATURAL_END_OF_TRACK";

    private PlayActivityRow() {}

    static @Nullable String title(CsvRow row) throws Unreadable {
        return row.textOf("song name", "content name");
    }

    /** The listener's day as {@code yyyymmdd}, as the daily tracks write it; empty where no time is told. */
    static String localDay(CsvRow row) throws Unreadable {
        Long second = second(row, "event start timestamp");
        Long told = second == null ? second(row, "event end timestamp") : second;
        Integer offset = offset(row);
        return told == null
                ? ""
                : LocalDate.ofEpochDay(Math.floorDiv(told + (offset == null ? 0 : offset), 86_400L))
                        .format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    static Told told(CsvRow row) throws Unreadable {
        String title = title(row);
        if (title == null) {
            throw new Unreadable("song name: expected text, got nothing; Apple does not say what was played");
        }
        Integer played = seconds(row, "play duration milliseconds");
        Integer length = seconds(row, "media duration in milliseconds");
        String artist = row.textOf("artist name", DailyArtists.COLUMN, "container artist name");
        Mention song = new Mention.Song(
                title,
                artist == null ? Credit.NONE : Credit.of(artist, "artist"),
                row.textOf("album name", "container album name"),
                null,
                length,
                List.of());
        return new Told(verb(row, played, length), song, times(row, played), played, null, null);
    }

    /** Where Apple does not say that the track ran to its end, its length judges, and without one half a minute. */
    private static Verb verb(CsvRow row, @Nullable Integer played, @Nullable Integer length) throws Unreadable {
        if (WHOLE.equals(row.text("end reason type"))) {
            return Verb.PLAYED;
        }
        if (played == null || played < SKIP_BELOW_SECONDS) {
            return Verb.SKIP;
        }
        return length == null ? Verb.PLAYED : Verb.STOP;
    }

    private static Times times(CsvRow row, @Nullable Integer played) throws Unreadable {
        Long start = second(row, "event start timestamp");
        Long end = second(row, "event end timestamp");
        if (start == null && end == null) {
            end = second(row, "event received timestamp");
        }
        if (start == null && end == null) {
            return Times.UNKNOWN;
        }
        Integer offset = offset(row);
        Integer minutes = offset == null ? null : (Integer) (offset / 60);
        if (end != null && (start == null || start > end)) {
            start = end - (played == null ? 0 : played);
        }
        return new Times(start, end, Precision.INSTANT, minutes);
    }

    private static @Nullable Long second(CsvRow row, String column) throws Unreadable {
        String text = row.text(column);
        return text == null ? null : TimeText.of(column, text).second();
    }

    private static @Nullable Integer offset(CsvRow row) throws Unreadable {
        Double seconds = row.number("utc offset in seconds");
        return seconds == null || Math.abs(seconds) > 18 * 3600 ? null : (Integer) seconds.intValue();
    }

    private static @Nullable Integer seconds(CsvRow row, String column) throws Unreadable {
        Double millis = row.number(column);
        return millis == null || millis < 0 ? null : (Integer) (int) Math.min(SECONDS_MAX, millis / MILLIS);
    }
}
