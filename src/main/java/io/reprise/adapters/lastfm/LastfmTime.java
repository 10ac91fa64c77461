package io.reprise.adapters.lastfm;

import io.reprise.imports.EpochSeconds;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Unreadable;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The start of a play as Last.fm's exports tell it: epoch seconds, or the minute in words, both UTC. */
final class LastfmTime {
    private static final DateTimeFormatter WORDS = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMM uuuu[,] HH:mm")
            .toFormatter(Locale.ENGLISH);

    private LastfmTime() {}

    static Times of(@Nullable String uts, @Nullable String words) throws Unreadable {
        if (uts != null && uts.strip().matches("-?\\d{1,18}")) {
            return EpochSeconds.started("uts", Long.parseLong(uts.strip()));
        }
        if (words != null) {
            return minute("the readable time", words);
        }
        throw new Unreadable("uts: expected epoch seconds, got " + (uts == null ? "nothing" : '"' + uts + '"'));
    }

    /** Reads {@code 02 Jan 2006, 15:04}, with or without the comma. */
    static Times minute(String field, String words) throws Unreadable {
        try {
            long second = LocalDateTime.parse(words.strip(), WORDS).toEpochSecond(ZoneOffset.UTC);
            EpochSeconds.check(field, second);
            return EpochSeconds.isUnset(second) ? Times.UNKNOWN : new Times(second, null, Precision.MINUTE, null);
        } catch (DateTimeException e) {
            throw new Unreadable(field + ": expected a time such as 02 Jan 2006, 15:04, got \"" + words + '"', e);
        }
    }
}
