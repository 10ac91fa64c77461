package io.reprise.report;

import io.reprise.history.History;
import java.time.LocalDate;

/** Tells the local month of many plays, quickly where they come in the order of time. For one thread. */
final class Months {
    /** Not known to the month. */
    static final int NONE = -1;

    private static final int MONTHS = 12;

    private int firstDay = 1;
    private int lastDay;
    private int month;

    /** Months since the year 0, or {@link #NONE}. */
    int of(History history, int index) {
        int day = history.day(index);
        if (day == History.NO_DAY || !history.hasTime(index) && !Step.MONTH.places(history.precision(index))) {
            return NONE;
        }
        if (day < firstDay || day > lastDay) {
            LocalDate date = LocalDate.ofEpochDay(day);
            firstDay = day - date.getDayOfMonth() + 1;
            lastDay = firstDay + date.lengthOfMonth() - 1;
            month = date.getYear() * MONTHS + date.getMonthValue() - 1;
        }
        return month;
    }

    /** 0 for January to 11 for December, or {@link #NONE}. */
    int ofYear(History history, int index) {
        int found = of(history, index);
        return found == NONE ? NONE : found % MONTHS;
    }
}
