package io.reprise.report;

import io.reprise.scrobble.Precision;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** How fine a count over time is; weeks are ISO weeks, from Monday. */
public enum Step {
    DAY(Precision.DAY),
    WEEK(Precision.DAY),
    MONTH(Precision.MONTH),
    YEAR(Precision.YEAR);

    private final Precision coarsest;

    Step(Precision coarsest) {
        this.coarsest = coarsest;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step with this word, in any case; empty where there is none. */
    public static Optional<Step> ofWord(String text) {
        for (Step step : values()) {
            if (step.name().equalsIgnoreCase(text)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** Whether a time told so exactly has its place in one step. */
    boolean places(Precision precision) {
        return precision.code() <= coarsest.code();
    }

    LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case YEAR -> start.plusYears(1);
        };
    }

    /** {@code 2022-08-01}, {@code 2022-W31}, {@code 2022-08} or {@code 2022}. */
    String label(LocalDate day) {
        return switch (this) {
            case DAY -> day.toString();
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        day.get(IsoFields.WEEK_BASED_YEAR),
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
            case YEAR -> String.format(Locale.ROOT, "%04d", day.getYear());
        };
    }
}
