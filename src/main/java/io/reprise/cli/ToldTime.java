package io.reprise.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time as a person types it, as the API takes it: {@code 20:15} (today), {@code yesterday 20:15}, {@code 2024-05-01
 * 20:15}, a time with its zone (RFC 3339), or a day, month or year, each in the user's zone.
 *
 * @param isDate whether no time of day was told
 */
record ToldTime(String text, boolean isDate) {
    private static final String EXPECTED =
            "Expected 20:15, yesterday 20:15, 2024-05-01 20:15, 2024-05-01T20:15:00+02:00,"
                    + " or a day, month or year such as 2024-05-01, 2024-05, 2024.";

    static ToldTime read(String typed, Instant now, ZoneId zone) {
        String text = typed.strip();
        if (text.matches("\\d{4}(-\\d{2}){0,2}")) {
            return new ToldTime(text, true);
        }
        try {
            return new ToldTime(moment(text, now.atZone(zone)), false);
        } catch (DateTimeException e) {
            throw new Misuse("The time \"" + typed + "\" cannot be read. " + EXPECTED);
        }
    }

    private static String moment(String text, ZonedDateTime now) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("now")) {
            return written(now);
        }
        if (lower.matches("(today |yesterday )?\\d{1,2}:\\d{2}(:\\d{2})?")) {
            LocalDate day = now.toLocalDate().minusDays(lower.startsWith("yesterday") ? 1 : 0);
            return written(
                    day.atTime(time(lower.substring(lower.indexOf(' ') + 1))).atZone(now.getZone()));
        }
        String iso = text.replaceFirst("^(\\S+) +", "$1T");
        if (iso.matches("(?i).*(z|[+-]\\d{2}:\\d{2})")) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.parse(iso));
        }
        return written(LocalDateTime.parse(iso).atZone(now.getZone()));
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
    }

    private static String written(ZonedDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.toOffsetDateTime().withNano(0));
    }
}
