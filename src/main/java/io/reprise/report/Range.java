package io.reprise.report;

import io.reprise.history.History;
import io.reprise.scrobble.Precision;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Local days of a user from {@code fromDay} to {@code toDay}, both included, as days since 1970-01-01. {@link #ALL}
 * holds plays without a known day too; a range that is open at one end only does not.
 */
public record Range(int fromDay, int toDay) {
    private static final int OPEN_START = History.NO_DAY + 1;
    private static final int OPEN_END = Integer.MAX_VALUE;

    public static final Range ALL = new Range(History.NO_DAY, OPEN_END);

    public Range {
        if (toDay < fromDay) {
            throw new IllegalArgumentException("a period ends on or after the day it begins; " + shown(fromDay) + " to "
                    + shown(toDay) + " was asked");
        }
    }

    public static Range of(LocalDate from, LocalDate to) {
        return new Range(dayOf(from), dayOf(to));
    }

    public static Range since(LocalDate from) {
        return new Range(dayOf(from), OPEN_END);
    }

    public static Range until(LocalDate to) {
        return new Range(OPEN_START, dayOf(to));
    }

    public static Range ofYear(int year) {
        return of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /** The first day, empty where the range reaches back for ever. */
    public Optional<LocalDate> from() {
        return fromDay <= OPEN_START ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(fromDay));
    }

    /** The last day, empty where the range does not end. */
    public Optional<LocalDate> to() {
        return toDay == OPEN_END ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(toDay));
    }

    /** Whether a play of this local day, known so exactly, lies in the range as a whole. */
    public boolean holds(int day, Precision precision) {
        return isAll() || day != History.NO_DAY && day >= fromDay && day <= toDay && lastDay(day, precision) <= toDay;
    }

    /** The last day that a time told so exactly, beginning on this day, may mean. */
    private static long lastDay(int day, Precision precision) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return switch (precision) {
            case INSTANT, MINUTE, DAY, UNKNOWN -> day;
            case MONTH -> day + (date.lengthOfMonth() - date.getDayOfMonth());
            case YEAR -> day + (date.lengthOfYear() - date.getDayOfYear());
        };
    }

    /** The range of the same length that ends the day before this one begins; empty where this one is open. */
    public Optional<Range> before() {
        if (from().isEmpty() || to().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Range(fromDay - 1 - (toDay - fromDay), fromDay - 1));
    }

    static int dayOf(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(LocalDate.EPOCH, date));
    }

    private static String shown(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
