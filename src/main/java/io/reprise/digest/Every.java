package io.reprise.digest;

import io.reprise.account.WeekStart;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How often a digest comes, and of which days; weeks begin as the user chose. */
public enum Every {
    WEEK,
    MONTH,
    YEAR;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

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
    public LocalDate startOf(LocalDate day, WeekStart weeks) {
        return switch (this) {
            case WEEK -> weeks.startOf(day);
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
    public LocalDate lastBefore(LocalDate day, WeekStart weeks) {
        return startOf(startOf(day, weeks).minusDays(1), weeks);
    }

    /** "week 22 of 2026" (from another day than Monday: "week from 24 May 2026"), "May 2026", "2025". */
    String name(LocalDate start) {
        return switch (this) {
            case WEEK ->
                start.getDayOfWeek() != DayOfWeek.MONDAY
                        ? "week from " + DAY.format(start)
                        : "week " + start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + " of "
                                + start.get(IsoFields.WEEK_BASED_YEAR);
            case MONTH -> start.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + start.getYear();
            case YEAR -> Integer.toString(start.getYear());
        };
    }
}
