package io.reprise.web;

import io.javalin.http.Context;
import io.reprise.account.WeekStart;
import io.reprise.http.Problem;
import io.reprise.report.Period;
import io.reprise.report.Range;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The range that an address asks for: {@code range=week|month|year|all|custom}, with {@code at=DATE} for the one that
 * holds another day than today, or {@code from} and {@code to}; or a range as people type it (see {@link Period}). What
 * is not a date is a problem 400.
 */
record AskedRange(Length length, Range range, LocalDate anchor, Period.Now now) {
    private static final int CUSTOM_DAYS = 30;
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2100;

    enum Length {
        WEEK("week", "Week"),
        MONTH("month", "Month"),
        YEAR("year", "Year"),
        ALL("all", "All time"),
        CUSTOM("custom", "Custom");

        final String key;
        final String word;

        Length(String key, String word) {
            this.key = key;
            this.word = word;
        }

        static boolean isKey(String text) {
            return Stream.of(values()).anyMatch(length -> length.key.equals(text));
        }

        static Length of(@Nullable String key, Length otherwise) {
            for (Length length : values()) {
                if (length.key.equals(key)) {
                    return length;
                }
            }
            return otherwise;
        }
    }

    static AskedRange read(Context context, Period.Now now, Length otherwise) {
        String typed = context.queryParam("range");
        if (typed != null && !typed.isBlank() && !Length.isKey(typed)) {
            return new AskedRange(Length.CUSTOM, typed(typed, now), now.today(), now);
        }
        Length length = Length.of(context.queryParam("range"), otherwise);
        LocalDate anchor = date(context, "at", now.today());
        if (length == Length.CUSTOM) {
            LocalDate to = date(context, "to", now.today());
            LocalDate from = date(context, "from", to.minusDays(CUSTOM_DAYS - 1L));
            return new AskedRange(length, from.isAfter(to) ? Range.of(to, from) : Range.of(from, to), anchor, now);
        }
        return of(length, anchor, now);
    }

    /** What a person typed, such as {@code last 30 days} or {@code summer 2021}. */
    private static Range typed(String text, Period.Now now) {
        try {
            return Period.parse(text, now).range();
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(Words.capital(String.valueOf(e.getMessage())) + ".")
                    .where("query parameter range")
                    .raised();
        }
    }

    static AskedRange of(Length length, LocalDate anchor, Period.Now now) {
        LocalDate start = start(length, anchor, now.weeks());
        Range range = length == Length.ALL
                ? Range.ALL
                : Range.of(start, next(length, start).minusDays(1));
        return new AskedRange(length, range, anchor, now);
    }

    /** A day in the address; {@code otherwise} where it names none. */
    static LocalDate date(Context context, String name, LocalDate otherwise) {
        String text = context.queryParam(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            LocalDate date = LocalDate.parse(text.strip());
            if (date.getYear() >= YEAR_MIN && date.getYear() <= YEAR_MAX) {
                return date;
            }
        } catch (DateTimeParseException e) {
            throw notADate(name, text).raised();
        }
        throw notADate(name, text).raised();
    }

    private static Problem notADate(String name, String text) {
        return Problem.badRequest("The address names a day that there is not.")
                .expected("a day such as 2026-03-14, from 1900 to 2100")
                .got(text)
                .where("query parameter " + name);
    }

    private static LocalDate start(Length length, LocalDate day, WeekStart weeks) {
        return switch (length) {
            case WEEK -> weeks.startOf(day);
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
            case ALL, CUSTOM -> day;
        };
    }

    private static LocalDate next(Length length, LocalDate start) {
        return switch (length) {
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case YEAR -> start.plusYears(1);
            case ALL, CUSTOM -> start.plusDays(1);
        };
    }

    private LocalDate earlier(LocalDate start) {
        return start(length, start.minusDays(1), now.weeks());
    }

    private boolean runs() {
        return range.from().isPresent()
                && !range.from().get().isAfter(now.today())
                && range.to().filter(to -> to.isAfter(now.today())).isPresent();
    }

    /** What to compare with: the period before, and only as far into it as this one has come. */
    Optional<Range> before() {
        if (length == Length.ALL || length == Length.CUSTOM) {
            return range.before();
        }
        LocalDate start = start(length, anchor, now.weeks());
        LocalDate before = earlier(start);
        LocalDate end = start.minusDays(1);
        LocalDate asFar = before.plusDays(now.today().toEpochDay() - start.toEpochDay());
        return Optional.of(Range.of(before, runs() && asFar.isBefore(end) ? asFar : end));
    }

    /** "November so far", "March 2025", "Week of 3 March 2025", "All time". */
    String title(Voice voice) {
        LocalDate start = start(length, anchor, now.weeks());
        String soFar = runs() ? " so far" : "";
        return switch (length) {
            case WEEK -> runs() ? "This week so far" : "Week of " + voice.date(start);
            case MONTH ->
                voice.month(start) + (start.getYear() == now.today().getYear() ? "" : " " + start.getYear()) + soFar;
            case YEAR -> start.getYear() + soFar;
            case ALL -> "All time";
            case CUSTOM -> custom(voice);
        };
    }

    private String custom(Voice voice) {
        String from = range.from().map(voice::date).orElse("the beginning");
        String to = range.to().map(voice::date).orElse("today");
        return from.equals(to) ? from : from + " to " + to;
    }

    /** The switch that shows this range over the page at {@code path}, keeping what else its address says. */
    RangeSwitch switchOn(String path, List<RangeSwitch.Kept> kept) {
        String rest = Query.text(kept);
        List<RangeSwitch.Choice> choices = List.of(Length.values()).stream()
                .map(each ->
                        new RangeSwitch.Choice(each.key, each.word, path + "?range=" + each.key + rest, each == length))
                .toList();
        boolean open = length == Length.CUSTOM;
        RangeSwitch.Custom form = new RangeSwitch.Custom(open, path, text(range.from()), text(range.to()), kept);
        return new RangeSwitch(choices, beside(path, rest), form);
    }

    private RangeSwitch.Beside beside(String path, String rest) {
        if (length == Length.ALL || length == Length.CUSTOM) {
            return new RangeSwitch.Beside(null, null);
        }
        LocalDate start = start(length, anchor, now.weeks());
        LocalDate after = next(length, start);
        String begin = path + "?range=" + length.key + "&at=";
        String later = after.isAfter(now.today()) ? null : begin + after + rest;
        return new RangeSwitch.Beside(begin + earlier(start) + rest, later);
    }

    /** What an address says to ask for this range again. */
    List<RangeSwitch.Kept> kept() {
        if (length == Length.CUSTOM) {
            return List.of(new RangeSwitch.Kept("range", text(range.from()) + ".." + text(range.to())));
        }
        RangeSwitch.Kept key = new RangeSwitch.Kept("range", length.key);
        return anchor.equals(now.today()) ? List.of(key) : List.of(key, new RangeSwitch.Kept("at", anchor.toString()));
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
