package io.reprise.report;

import io.reprise.account.WeekStart;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The names that people give to days, months, seasons, quarters and decades; see {@link Period}. */
final class Spoken {
    private static final Pattern NAMED = Pattern.compile("(?:(last|this) )?([a-z]+)(?: (\\d{4}))?");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-?q([1-4])");
    private static final Pattern QUARTER_FIRST = Pattern.compile("q([1-4]) (\\d{4})");
    private static final Pattern DECADE = Pattern.compile("(\\d{3}0)s");
    private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");
    private static final int SEASON_MONTHS = 3;
    private static final int DECADE_YEARS = 10;

    private Spoken() {}

    /** Empty where it is none of these names. */
    static Optional<Range> read(String told, LocalDate today) {
        Matcher quarter = QUARTER.matcher(told);
        if (quarter.matches()) {
            return Optional.of(quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2))));
        }
        if ((quarter = QUARTER_FIRST.matcher(told)).matches()) {
            return Optional.of(quarter(Integer.parseInt(quarter.group(2)), Integer.parseInt(quarter.group(1))));
        }
        Matcher decade = DECADE.matcher(told);
        if (decade.matches()) {
            LocalDate from = Period.checked(LocalDate.of(Integer.parseInt(decade.group(1)), 1, 1));
            return Optional.of(Range.of(from, from.plusYears(DECADE_YEARS).minusDays(1)));
        }
        Matcher named = NAMED.matcher(told);
        return named.matches() ? named(named, today) : Optional.empty();
    }

    private static Range quarter(int year, int quarter) {
        return months(LocalDate.of(year, 1 + SEASON_MONTHS * (quarter - 1), 1), SEASON_MONTHS);
    }

    private static Range months(LocalDate first, int count) {
        return Range.of(
                Period.checked(first), Period.checked(first).plusMonths(count).minusDays(1));
    }

    private static Optional<Range> named(Matcher named, LocalDate today) {
        boolean isLast = "last".equals(named.group(1));
        String name = named.group(2);
        Optional<Function<Integer, Range>> yearly = yearly(name);
        if (yearly.isPresent()) {
            return named.group(3) == null
                    ? Optional.of(latest(yearly.get(), today, isLast))
                    : named.group(1) != null
                            ? Optional.empty()
                            : Optional.of(yearly.get().apply(Integer.parseInt(named.group(3))));
        }
        if (named.group(3) != null) {
            return Optional.empty();
        }
        LocalDate monday = WeekStart.MONDAY.startOf(today);
        return switch (name) {
            case "weekend" -> Optional.of(weekend(isLast ? monday.minusWeeks(1) : monday));
            case "quarter" -> {
                LocalDate day = isLast ? today.minusMonths(SEASON_MONTHS) : today;
                yield Optional.of(quarter(day.getYear(), 1 + (day.getMonthValue() - 1) / SEASON_MONTHS));
            }
            default -> weekday(name).map(day -> latestDay(day, isLast ? today.minusDays(1) : today));
        };
    }

    private static Range weekend(LocalDate monday) {
        return Range.of(monday.plusDays(DayOfWeek.SATURDAY.ordinal()), monday.plusDays(DayOfWeek.SUNDAY.ordinal()));
    }

    /** What there is once a year, by the year: a month or a season. */
    private static Optional<Function<Integer, Range>> yearly(String name) {
        int season = SEASONS.indexOf(name.equals("fall") ? "autumn" : name);
        if (season >= 0) {
            return Optional.of(year -> months(
                    LocalDate.of(year, Month.MARCH, 1).plusMonths((long) SEASON_MONTHS * season), SEASON_MONTHS));
        }
        return IntStream.rangeClosed(1, Month.values().length)
                .filter(month -> isShort(name, Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                .boxed()
                .findFirst()
                .map(month -> year -> months(LocalDate.of(year, month, 1), 1));
    }

    /** The latest that has begun, or that is over. */
    private static Range latest(Function<Integer, Range> yearly, LocalDate today, boolean isOver) {
        int day = Range.dayOf(today);
        int year = Year.from(today).getValue();
        Range found = yearly.apply(year);
        while (isOver ? found.toDay() >= day : found.fromDay() > day) {
            found = yearly.apply(--year);
        }
        return found;
    }

    private static Optional<DayOfWeek> weekday(String name) {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> isShort(name, day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                .findFirst();
    }

    private static Range latestDay(DayOfWeek weekday, LocalDate upTo) {
        LocalDate day = upTo.minusDays(Math.floorMod(upTo.getDayOfWeek().getValue() - weekday.getValue(), 7));
        return Range.of(day, day);
    }

    /** The whole name, or its beginning of three letters or more. */
    private static boolean isShort(String name, String whole) {
        return name.length() >= 3 && whole.toLowerCase(Locale.ROOT).startsWith(name);
    }
}
