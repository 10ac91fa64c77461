package io.reprise.digest;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How often a digest comes, and of which days; weeks are ISO weeks, from Monday. */
public enum Every {
    WEEK,
    MONTH,
    YEAR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Every> ofWord(String word) {
        return Arrays.stream(values())
                .filter(every -> every.word().equalsIgnoreCase(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Every::word).toList();
    }

    /** The first day of the period that holds this day. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the period after the one that begins on this day. */
    public LocalDate after(LocalDate start) {
        return switch (this) {
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case YEAR -> start.plusYears(1);
        };
    }

    /** The first day of the last period that is over on this day. */
    public LocalDate lastBefore(LocalDate day) {
        return startOf(startOf(day).minusDays(1));
    }

    /** "week 22 of 2026", "May 2026", "2025". */
    String name(LocalDate start) {
        return switch (this) {
            case WEEK ->
                "week " + start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + " of " + start.get(IsoFields.WEEK_BASED_YEAR);
            case MONTH -> start.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + start.getYear();
            case YEAR -> Integer.toString(start.getYear());
        };
    }
}
