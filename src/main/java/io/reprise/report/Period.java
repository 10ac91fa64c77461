package io.reprise.report;

import io.reprise.account.WeekStart;
import io.reprise.account.ZoneHistory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of local days as people write it: {@code all}, {@code today}, {@code yesterday}, {@code week}, {@code month},
 * {@code quarter}, {@code year} (the whole calendar one that holds today; weeks begin as the user chose), {@code last
 * week}, {@code last 30 days}, {@code this weekend} (Saturday and Sunday of this ISO week), {@code 2022},
 * {@code 2022-08}, {@code 2022-W42} (always the ISO week, from Monday), {@code 2022-Q3}, {@code 2010s},
 * {@code 2022-08-01}, {@code august 2022}, {@code summer 2021} (whole months of the northern half; {@code winter 2021}
 * is December 2021 to February 2022). A month, season or weekday without a year ({@code aug}, {@code winter},
 * {@code monday}) is the latest that has begun, with {@code last} the latest that is over. Two of these may be joined
 * by {@code ..} (one side may be missing), or stand after {@code since} or {@code until}. Anything else is an
 * {@link IllegalArgumentException} that says so.
 */
public record Period(String text, Range range) {
    public static final Period ALL = new Period("all", Range.ALL);

    private static final Pattern LAST_OF = Pattern.compile("(?:last|past) (\\d{1,5}) (day|week|month|year)s?");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-w(\\d{1,2})");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2100;
    private static final int SHOWN_CHARS_MAX = 80;

    /** What words such as {@code this week} are read by: the user's local day, and how their weeks begin. */
    public record Now(LocalDate today, WeekStart weeks) {}

    /** Reads a period as it is meant now. */
    public static Period parse(String text, Now now) {
        String told = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace('/', '-')
                .replaceAll("\\s+", " ");
        try {
            return new Period(told.isEmpty() ? "all" : told, read(told, now));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "there is no such date in the period " + shown(text) + ": " + e.getMessage(), e);
        }
    }

    /**
     * The days between two moments, each a local date or a time such as {@code 2022-08-01T00:00:00Z}; either may be
     * missing. A time that is the very start of a local day ends the period on the day before.
     */
    public static Period between(@Nullable String start, @Nullable String end, ZoneHistory zones) {
        LocalDate from = start == null || start.isBlank() ? null : moment(start, zones, 0);
        LocalDate to = end == null || end.isBlank() ? null : moment(end, zones, 1);
        if (from == null && to == null) {
            return ALL;
        }
        LocalDate last =
                from != null && to != null && to.isBefore(from) && start != null && start.equals(end) ? from : to;
        String text = (from == null ? "" : from) + ".." + (last == null ? "" : last);
        return new Period(text, joined(from, last));
    }

    private static LocalDate moment(String text, ZoneHistory zones, int secondsBack) {
        String told = text.strip();
        try {
            if (!told.contains("T") && !told.contains("t")) {
                return checked(LocalDate.parse(told));
            }
            long second = OffsetDateTime.parse(told.replace(' ', '+')).toEpochSecond();
            return checked(LocalDate.ofEpochDay(zones.dayAt(second - secondsBack)));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "a start or end is a date such as 2022-08-01 or a time such as 2022-08-01T00:00:00Z, not "
                            + shown(text),
                    e);
        }
    }

    private static Range read(String told, Now now) {
        if (told.startsWith("since ")) {
            return joined(start(told.substring("since ".length()), now), null);
        }
        if (told.startsWith("until ")) {
            return joined(null, end(told.substring("until ".length()), now));
        }
        int dots = told.indexOf("..");
        if (dots < 0) {
            return span(told, now);
        }
        String left = told.substring(0, dots).strip();
        String right = told.substring(dots + 2).strip();
        return left.isEmpty() && right.isEmpty()
                ? Range.ALL
                : joined(left.isEmpty() ? null : start(left, now), right.isEmpty() ? null : end(right, now));
    }

    private static Range joined(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return to == null ? Range.ALL : Range.until(to);
        }
        return to == null ? Range.since(from) : Range.of(from, to);
    }

    private static LocalDate start(String told, Now now) {
        return span(told, now).from().orElseThrow(() -> refused(told));
    }

    private static LocalDate end(String told, Now now) {
        return span(told, now).to().orElseThrow(() -> refused(told));
    }

    private static Range span(String told, Now now) {
        LocalDate today = now.today();
        return switch (told) {
            case "", "all", "alltime", "all time", "ever" -> Range.ALL;
            case "today", "day" -> Range.of(today, today);
            case "yesterday" -> Range.of(today.minusDays(1), today.minusDays(1));
            case "week", "this week", "thisweek" -> week(now.weeks().startOf(checked(today)));
            case "month", "this month", "thismonth" -> stepOf(Step.MONTH, today);
            case "year", "this year", "thisyear" -> stepOf(Step.YEAR, today);
            case "last week", "lastweek" -> week(now.weeks().startOf(checked(today.minusWeeks(1))));
            case "last month", "lastmonth" -> stepOf(Step.MONTH, today.minusMonths(1));
            case "last year", "lastyear" -> stepOf(Step.YEAR, today.minusYears(1));
            default -> dated(told, now);
        };
    }

    private static Range dated(String told, Now now) {
        LocalDate today = now.today();
        Matcher matcher = LAST_OF.matcher(told);
        if (matcher.matches() && number(matcher, 1) > 0) {
            return Range.of(
                    checked(today.minus(number(matcher, 1), unit(matcher.group(2))))
                            .plusDays(1),
                    today);
        }
        if ((matcher = YEAR.matcher(told)).matches()) {
            return stepOf(Step.YEAR, LocalDate.of(number(matcher, 1), 1, 1));
        }
        if ((matcher = MONTH.matcher(told)).matches()) {
            return stepOf(Step.MONTH, LocalDate.of(number(matcher, 1), number(matcher, 2), 1));
        }
        if ((matcher = WEEK.matcher(told)).matches()) {
            return week(weekOf(number(matcher, 1), number(matcher, 2)));
        }
        if ((matcher = DAY.matcher(told)).matches()) {
            LocalDate day = checked(LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3)));
            return Range.of(day, day);
        }
        return Spoken.read(told, today).orElseThrow(() -> refused(told));
    }

    private static Range stepOf(Step step, LocalDate day) {
        LocalDate start = step.startOf(checked(day), WeekStart.MONDAY);
        return Range.of(start, step.next(start).minusDays(1));
    }

    private static Range week(LocalDate first) {
        return Range.of(first, first.plusDays(6));
    }

    private static LocalDate weekOf(int year, int week) {
        LocalDate inYear = LocalDate.of(year, 1, 4);
        if (week < 1
                || week
                        > IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                .rangeRefinedBy(inYear)
                                .getMaximum()) {
            throw new DateTimeException(year + " has no ISO week " + week);
        }
        return WeekStart.MONDAY.startOf(inYear).plusWeeks(week - 1L);
    }

    static LocalDate checked(LocalDate day) {
        if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
            throw new DateTimeException("years go from " + YEAR_MIN + " to " + YEAR_MAX);
        }
        return day;
    }

    private static ChronoUnit unit(String word) {
        return ChronoUnit.valueOf(word.toUpperCase(Locale.ROOT) + "S");
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static IllegalArgumentException refused(String told) {
        return new IllegalArgumentException(
                "a period is all, today, yesterday, monday, week, weekend, month, quarter, year, last week, last 30"
                        + " days,"
                        + " 2022, 2022-08, 2022-W42, 2022-Q3, 2010s, 2022-08-01, august 2022, summer 2021,"
                        + " 2022-08-01..2022-08-31, since 2022-08 or until 2022-08, not "
                        + shown(told));
    }

    private static String shown(String text) {
        return "'" + (text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "...") + "'";
    }
}
