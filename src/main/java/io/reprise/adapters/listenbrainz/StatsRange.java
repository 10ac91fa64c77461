package io.reprise.adapters.listenbrainz;

import io.reprise.http.Problem;
import io.reprise.report.Range;
import io.reprise.report.Step;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A range of ListenBrainz's statistics in the user's local days: {@code this_week} is the calendar one that holds
 * today, {@code week} the whole one before. The activity in it covers the range before as well ({@code both}), counted
 * by {@code step} and labelled by {@code label}.
 */
record StatsRange(String word, Range range, Range both, Step step, DateTimeFormatter label) {
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_HALF = 6;
    private static final int MONTHS_OF_YEAR = 12;
    private static final String ALL_TIME = "all_time";

    static StatsRange parse(@Nullable String told, LocalDate today) {
        String word = told == null || told.isBlank() ? ALL_TIME : told.strip();
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate month = today.withDayOfMonth(1);
        return switch (word) {
            case "this_week" -> weeks(word, monday);
            case "week" -> weeks(word, monday.minusWeeks(1));
            case "this_month" -> months(word, month, 1);
            case "month" -> months(word, month.minusMonths(1), 1);
            case "this_year" -> months(word, today.withDayOfYear(1), MONTHS_OF_YEAR);
            case "year" -> months(word, today.withDayOfYear(1).minusYears(1), MONTHS_OF_YEAR);
            case "quarter" -> months(word, before(month, MONTHS_OF_QUARTER), MONTHS_OF_QUARTER);
            case "half_yearly" -> months(word, before(month, MONTHS_OF_HALF), MONTHS_OF_HALF);
            case ALL_TIME -> new StatsRange(word, Range.ALL, Range.ALL, Step.YEAR, pattern("yyyy"));
            default ->
                throw Problem.badRequest("Invalid range: " + RequestJson.shown(word))
                        .where("range")
                        .raised();
        };
    }

    /** The first day of the part of the year before the one that holds this month. */
    private static LocalDate before(LocalDate month, int months) {
        return month.minusMonths((month.getMonthValue() - 1) % months + (long) months);
    }

    private static StatsRange weeks(String word, LocalDate from) {
        LocalDate to = from.plusWeeks(1).minusDays(1);
        Range both = Range.of(from.minusWeeks(1), to);
        return new StatsRange(word, Range.of(from, to), both, Step.DAY, pattern("EEEE dd MMMM yyyy"));
    }

    private static StatsRange months(String word, LocalDate from, int months) {
        LocalDate to = from.plusMonths(months).minusDays(1);
        Range both = Range.of(from.minusMonths(months), to);
        boolean byDay = months == 1;
        return new StatsRange(
                word,
                Range.of(from, to),
                both,
                byDay ? Step.DAY : Step.MONTH,
                pattern(byDay ? "dd MMMM yyyy" : "MMMM yyyy"));
    }

    private static DateTimeFormatter pattern(String text) {
        return DateTimeFormatter.ofPattern(text, Locale.ENGLISH);
    }
}
