package io.reprise.imports;

import io.reprise.scrobble.Times;
import io.reprise.scrobble.Unreadable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Times of files and requests as epoch seconds (UTC), with the faults that clocks and programs make. */
public final class EpochSeconds {
    /** Before 1971 no program wrote a history: a clock that was not set. */
    private static final long CLOCK_NOT_SET_UNTIL = 366L * 86_400;

    /** 2100-01-01. Beyond it lie milliseconds taken for seconds. */
    private static final long LATEST = 4_102_444_800L;

    private static final long MILLIS_FROM = 100_000_000_000L;

    private EpochSeconds() {}

    /** The second, if it lies between 1970 and 2100. */
    public static long check(String field, long seconds) throws Unreadable {
        if (seconds < 0 || seconds >= LATEST) {
            boolean millis = seconds / 1000 > CLOCK_NOT_SET_UNTIL && seconds / 1000 < LATEST;
            throw new Unreadable(field + ": expected epoch seconds between 1970 and 2100, got " + seconds
                    + (millis ? ", which looks like milliseconds" : ""));
        }
        return seconds;
    }

    /** Times that begin at this second; a time of 1970 is a clock that was not set and means unknown. */
    public static Times started(String field, long seconds) throws Unreadable {
        check(field, seconds);
        return seconds < CLOCK_NOT_SET_UNTIL ? Times.UNKNOWN : Times.started(seconds);
    }

    /** Reads epoch seconds as programs write them: also with a fraction, or in milliseconds (from 10^11 on). */
    public static long told(String field, String text) throws Unreadable {
        String number = text.strip();
        if (!number.matches("\\d{1,15}(\\.\\d{0,20})?")) {
            throw new Unreadable(field + ": expected epoch seconds, got \"" + Shown.of(number) + '"');
        }
        long told = (long) Double.parseDouble(number);
        return told > MILLIS_FROM ? told / 1000 : told;
    }

    /** Whether a clock that was not set gave this second. */
    public static boolean isUnset(long seconds) {
        return seconds < CLOCK_NOT_SET_UNTIL;
    }

    /** Reads RFC 3339 with an offset or Z, such as {@code 2026-01-01T20:47:03Z}. */
    public static OffsetDateTime parse(String field, String text) throws Unreadable {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text.strip().replace(' ', 'T'));
            check(field, time.toEpochSecond());
            return time;
        } catch (DateTimeException e) {
            throw new Unreadable(
                    field + ": expected a time such as 2026-01-01T20:47:03Z or 2026-01-01T21:47:03+01:00, got \""
                            + Shown.of(text) + "\"",
                    e);
        }
    }

    /** The same, as epoch seconds. */
    public static long second(String field, String text) throws Unreadable {
        return Instant.from(parse(field, text)).getEpochSecond();
    }
}
