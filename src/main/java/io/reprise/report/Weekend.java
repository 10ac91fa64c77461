package io.reprise.report;

import io.reprise.history.History;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Working days beside the weekend. */
final class Weekend implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final Option.Amount LEAST =
            new Option.Amount("min_plays", "At least so many plays", 1, 1_000_000, 10);
    private static final Option.Amount ROWS = Option.Amount.rows(15);
    private static final int WEEKDAYS = 7;
    private static final int SATURDAY = 5;
    /** 1970-01-01 was a Thursday, the fourth day from Monday. */
    private static final int EPOCH_WEEKDAY = 3;

    private static final int WEEK = 0;
    private static final int END = 1;

    @Override
    public About about() {
        return new About(
                Theme.TIME,
                "weekend",
                "Weekdays and weekend",
                "What is different at the weekend.",
                "The weekend is Saturday and Sunday of your local days. Plays a day are over all days of the range"
                        + " up to today (from"
                        + " the first to the last play where it is open). Expected are a thing's plays in all times the"
                        + " part's share of all plays; what leans to a part stands by its plays beyond that, and the"
                        + " lift is plays over expected ones. Plays that are not known to the day are left out.",
                List.of(SUBJECT, LEAST, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Selection selection = asking.selection();
        History history = selection.history;
        long[] plays = new long[WEEKDAYS];
        long[] seconds = new long[WEEKDAYS];
        Parts parts = Parts.of(selection, asking.subject(SUBJECT), 2, i -> {
            if (history.day(i) == History.NO_DAY || !Step.DAY.places(history.precision(i))) {
                return Parts.NONE;
            }
            int weekday = weekday(history.day(i));
            plays[weekday]++;
            seconds[weekday] += history.seconds(i);
            return weekday < SATURDAY ? WEEK : END;
        });
        long[] days = days(Buckets.of(selection, Step.YEAR), asking.today());
        double aWeekday = aDay(sum(plays, 0, SATURDAY), sum(days, 0, SATURDAY));
        double aWeekendDay = aDay(sum(plays, SATURDAY, WEEKDAYS), sum(days, SATURDAY, WEEKDAYS));
        int least = asking.amount(LEAST);
        int limit = asking.amount(ROWS);
        return new Answer(
                sentence(parts, aWeekday, aWeekendDay),
                List.of(
                        new Answer.Figure("a_weekday", "plays on a weekday", Cell.decimal(aWeekday)),
                        new Answer.Figure("a_weekend_day", "plays on a weekend day", Cell.decimal(aWeekendDay)),
                        new Answer.Figure(
                                "share", "of plays at the weekend", Cell.share(parts.totals[END], parts.all()))),
                List.of(
                        weekdays(plays, seconds, days),
                        things("weekend", "More at the weekend", parts, END, parts.leaning(END, least, limit)),
                        things("weekdays", "More on weekdays", parts, WEEK, parts.leaning(WEEK, least, limit))));
    }

    private static int weekday(int day) {
        return Math.floorMod(day + EPOCH_WEEKDAY, WEEKDAYS);
    }

    /** How many Mondays, Tuesdays ... the range has. */
    private static long[] days(Buckets years, LocalDate today) {
        long[] days = new long[WEEKDAYS];
        long all = Steps.days(years, today);
        int first = all == 0 ? 0 : weekday(Range.dayOf(years.from(0)));
        for (int i = 0; i < WEEKDAYS; i++) {
            days[(first + i) % WEEKDAYS] = all / WEEKDAYS + (i < all % WEEKDAYS ? 1 : 0);
        }
        return days;
    }

    private static Sheet weekdays(long[] plays, long[] seconds, long[] days) {
        Sheet.Maker rows = Sheet.of(
                "days",
                "Day by day",
                "weekday",
                "weekday",
                "plays",
                "plays",
                "seconds",
                "time",
                "share",
                "share",
                "a_day",
                "plays a day");
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            rows.row(
                    Cell.text(DayOfWeek.of(weekday + 1).getDisplayName(TextStyle.SHORT, Locale.ENGLISH)),
                    Cell.count(plays[weekday]),
                    Cell.span(seconds[weekday]),
                    Cell.share(plays[weekday], sum(plays, 0, WEEKDAYS)),
                    Cell.decimal(aDay(plays[weekday], days[weekday])));
        }
        return rows.end(Picture.of(Picture.Shape.BARS, "weekday", "a_day"));
    }

    private static Sheet things(String word, String title, Parts parts, int part, List<Ranking.Place> places) {
        Sheet.Maker rows = Sheet.of(
                word,
                title,
                "thing",
                "what",
                "part_plays",
                "plays then",
                "plays",
                "plays in all",
                "share",
                "share",
                "lift",
                "times the expected");
        return parts.things(rows, part, places);
    }

    private static String sentence(Parts parts, double aWeekday, double aWeekendDay) {
        if (parts.all() == 0) {
            return Say.NOTHING;
        }
        String found = "A weekend day has " + Say.decimal(aWeekendDay) + " plays, a weekday " + Say.decimal(aWeekday);
        return aWeekday == 0
                ? found + "."
                : found + ": " + Say.change(Math.round(1000 * aWeekendDay), Math.round(1000 * aWeekday))
                        + " at the weekend.";
    }

    private static double aDay(long plays, long days) {
        return days == 0 ? 0 : (double) plays / days;
    }

    private static long sum(long[] counts, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i];
        }
        return sum;
    }
}
