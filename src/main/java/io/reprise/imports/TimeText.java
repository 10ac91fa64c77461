package io.reprise.imports;

import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Unreadable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as files write it, with how exact it is: epoch seconds or milliseconds, ISO 8601 with and without an offset
 * (without, it is UTC), a date in numbers or words with or without a time, a month, a year. From the day on it is the
 * local date, as its midnight in UTC. {@code second} is null where the time is unknown, as a clock that was not set
 * tells 1970.
 */
public record TimeText(
        @Nullable Long second,
        Precision precision,
        @Nullable Integer offsetMinutes) {
    private static final TimeText UNKNOWN = new TimeText(null, Precision.UNKNOWN, null);
    private static final long FIRST_MILLISECOND_STAMP = 100_000_000_000L;
    private static final String CLOCK_NOT_SET = "0";
    private static final int CENTURY = 2000;
    private static final Pattern EPOCH = Pattern.compile("\\d{9,14}(\\.\\d{1,9})?");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/](\\d{1,2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(.*)");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})[-/.](\\d{4}|\\d{2})(.*)");
    private static final Pattern CLOCK =
            Pattern.compile("[T, ]*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)? ?([AaPp][Mm])?"
                    + "( ?(?:Z|UTC|GMT|[+-]\\d{2}:?(?:\\d{2})?))?");
    private static final List<DateTimeFormatter> WORDS =
            List.of(words("d MMM uuuu"), words("d MMMM uuuu"), words("MMM d[,] uuuu"), words("MMMM d[,] uuuu"));
    private static final Pattern IN_WORDS =
            Pattern.compile("(\\d{1,2} \\p{Alpha}{3,9} \\d{4}|\\p{Alpha}{3,9} \\d{1,2},? \\d{4})(.*)");

    private static DateTimeFormatter words(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /** Reads any of these; a date in numbers with the year last is read in this order. */
    public static TimeText of(String field, String text, DateOrder order) throws Unreadable {
        String told = text.strip();
        if (told.equals(CLOCK_NOT_SET)) {
            return UNKNOWN;
        }
        try {
            TimeText time = read(told, order);
            if (time != null) {
                Long second = time.second();
                if (second != null) {
                    EpochSeconds.check(field, second);
                }
                return second == null || EpochSeconds.isUnset(second) ? UNKNOWN : time;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(field, told, e);
        }
        throw wrong(field, told, null);
    }

    /** The same of a date whose year comes first, or in words; one with the year last is read month first. */
    public static TimeText of(String field, String text) throws Unreadable {
        return of(field, text, DateOrder.MONTH_FIRST);
    }

    private static Unreadable wrong(String field, String text, @Nullable Exception cause) {
        String message = field + ": expected a time such as 2026-01-01T20:47:03Z, 2026-01-01 or epoch seconds, got \""
                + Shown.of(text) + "\"";
        return cause == null ? new Unreadable(message) : new Unreadable(message, cause);
    }

    private static @Nullable TimeText read(String text, DateOrder order) {
        if (EPOCH.matcher(text).matches()) {
            long number = Long.parseLong(text.replaceFirst("\\..*", ""));
            return new TimeText(number >= FIRST_MILLISECOND_STAMP ? number / 1000 : number, Precision.INSTANT, null);
        }
        if (YEAR.matcher(text).matches()) {
            return day(LocalDate.of(Integer.parseInt(text), 1, 1), Precision.YEAR);
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            return day(LocalDate.of(number(month, 1), number(month, 2), 1), Precision.MONTH);
        }
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return at(LocalDate.of(number(first, 1), number(first, 2), number(first, 3)), first.group(4));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            return at(yearLast(last, order), last.group(5));
        }
        Matcher words = IN_WORDS.matcher(text);
        return words.matches() ? inWords(words) : null;
    }

    private static LocalDate yearLast(Matcher date, DateOrder order) {
        int year = number(date, 4) + (date.group(4).length() == 2 ? CENTURY : 0);
        // With points the day comes first wherever people write so.
        boolean isDayFirst = order == DateOrder.DAY_FIRST || date.group(2).equals(".");
        return isDayFirst
                ? LocalDate.of(year, number(date, 3), number(date, 1))
                : LocalDate.of(year, number(date, 1), number(date, 3));
    }

    private static @Nullable TimeText inWords(Matcher words) {
        for (DateTimeFormatter format : WORDS) {
            try {
                return at(LocalDate.parse(words.group(1), format), words.group(2));
            } catch (DateTimeException e) {
                // The next way of writing may fit; where none does, the caller says what was expected.
                continue;
            }
        }
        return null;
    }

    private static @Nullable TimeText at(LocalDate date, String rest) {
        if (rest.isBlank()) {
            return day(date, Precision.DAY);
        }
        Matcher clock = CLOCK.matcher(rest);
        if (!clock.matches()) {
            return null;
        }
        int hour = number(clock, 1);
        String half = clock.group(4);
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
        }
        boolean toTheSecond = clock.group(3) != null;
        LocalDateTime local = date.atTime(LocalTime.of(hour, number(clock, 2), toTheSecond ? number(clock, 3) : 0));
        ZoneOffset offset = offset(clock.group(5));
        OffsetDateTime time = local.atOffset(offset == null ? ZoneOffset.UTC : offset);
        return new TimeText(
                time.toEpochSecond(),
                toTheSecond ? Precision.INSTANT : Precision.MINUTE,
                offset == null || offset.equals(ZoneOffset.UTC) ? null : (Integer) (offset.getTotalSeconds() / 60));
    }

    private static @Nullable ZoneOffset offset(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String told = text.strip();
        return told.startsWith("+") || told.startsWith("-") ? ZoneOffset.of(told) : ZoneOffset.UTC;
    }

    private static TimeText day(LocalDate date, Precision precision) {
        return new TimeText(
                ChronoUnit.SECONDS.between(LocalDate.EPOCH.atStartOfDay(), date.atStartOfDay()), precision, null);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** As the start of a play. */
    public Times started() {
        return second == null ? Times.UNKNOWN : new Times(second, null, precision, offsetMinutes);
    }

    /** As its end. */
    public Times ended() {
        return second == null ? Times.UNKNOWN : new Times(null, second, precision, offsetMinutes);
    }
}
