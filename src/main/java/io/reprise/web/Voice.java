package io.reprise.web;

import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * How pages say numbers, days and times: numbers and the clock as the reader's locale writes them, words in English.
 * For one request; not thread-safe.
 */
final class Voice {
    private static final List<String> SMALL = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final long HOUR_SECONDS = 3_600;
    private static final int HOURS_SPELLED_MAX = 10_000;

    private final NumberFormat numbers;
    private final DateTimeFormatter clock;
    private final LocalDate today;

    Voice(Locale locale, LocalDate today) {
        this.numbers = NumberFormat.getIntegerInstance(locale);
        this.clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    String number(long number) {
        return numbers.format(number);
    }

    /** "1 play", "1,204 plays". */
    String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** "once", "twice", "61 times". */
    String times(long number) {
        return number == 1 ? "once" : number == 2 ? "twice" : number(number) + " times";
    }

    /** "40 s", "12 min", "91 h", "412 days" of such a sum of seconds. */
    String span(long seconds) {
        if (seconds < 60) {
            return number(seconds) + " s";
        }
        if (seconds < HOUR_SECONDS) {
            return number(Math.round(seconds / 60.0)) + " min";
        }
        long hours = Math.round((double) seconds / HOUR_SECONDS);
        return hours < HOURS_SPELLED_MAX ? number(hours) + " h" : number(Math.round(hours / 24.0)) + " days";
    }

    /** "3:42" or "1:02:10". */
    String length(int seconds) {
        String rest = String.format(Locale.ROOT, "%d:%02d", seconds / 60 % 60, seconds % 60);
        return seconds < HOUR_SECONDS
                ? rest
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / HOUR_SECONDS, seconds / 60 % 60, seconds % 60);
    }

    /** "+12 %", "−40 %", "±0 %"; more than tenfold is told as a factor. */
    String change(long now, long before) {
        if (before > 0 && now >= 10 * before) {
            return "×" + number(Math.round((double) now / before));
        }
        long percent = Math.round(100.0 * (now - before) / before);
        return (percent > 0 ? "+" : percent < 0 ? "−" : "±") + number(Math.abs(percent)) + " %";
    }

    /** "3 March 2014". */
    String date(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day) + " " + day.getYear();
    }

    /** "Saturday 21 November", with the year where it is not this one. */
    String weekday(LocalDate day) {
        String text = weekdayName(day.getDayOfWeek()) + " " + day.getDayOfMonth() + " " + month(day);
        return day.getYear() == today.getYear() ? text : text + " " + day.getYear();
    }

    /** "Today", "Yesterday", or the weekday and date. */
    String day(LocalDate day) {
        return day.equals(today) ? "Today" : day.equals(today.minusDays(1)) ? "Yesterday" : weekday(day);
    }

    /** "today", "yesterday", "nine days ago", "in May", "in May 2019": how long ago, as one says it in a sentence. */
    String ago(LocalDate day) {
        long days = ChronoUnit.DAYS.between(day, today);
        if (days < 0) {
            return "on " + date(day);
        }
        if (days < 2) {
            return days == 0 ? "today" : "yesterday";
        }
        return days < SMALL.size()
                ? SMALL.get((int) days) + " days ago"
                : day.getYear() == today.getYear() ? "on " + day.getDayOfMonth() + " " + month(day) : "on " + date(day);
    }

    String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    String shortMonth(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    /** The time of day at this second, the user's clock being so far ahead of UTC. */
    String clock(long epochSecond, int offsetSeconds) {
        LocalTime time = Instant.ofEpochSecond(epochSecond + offsetSeconds)
                .atOffset(ZoneOffset.UTC)
                .toLocalTime();
        return clock.format(time);
    }

    /** "Saturday". */
    String weekdayName(LocalDate day) {
        return weekdayName(day.getDayOfWeek());
    }

    private static String weekdayName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
