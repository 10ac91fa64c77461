package io.reprise.report;

import io.reprise.account.WeekStart;
import io.reprise.scrobble.Precision;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;

/** How fine a count over time is; weeks begin on the day the user chose. */
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

    LocalDate startOf(LocalDate day, WeekStart weeks) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> weeks.startOf(day);
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

    /**
     * {@code 2022-08-01}, {@code 2022-W31}, {@code 2022-08} or {@code 2022}; a week that does not begin on Monday has
     * no number in ISO 8601 and is named by its first day.
     */
    String label(LocalDate day, WeekStart weeks) {
        return switch (this) {
            case DAY -> day.toString();
            case WEEK ->
                weeks == WeekStart.MONDAY
                        ? String.format(
                                Locale.ROOT,
                                "%04d-W%02d",
                                day.get(IsoFields.WEEK_BASED_YEAR),
                                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                        : weeks.startOf(day).toString();
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
            case YEAR -> String.format(Locale.ROOT, "%04d", day.getYear());
        };
    }
}
