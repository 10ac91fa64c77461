package io.reprise.web;

import io.reprise.history.History;
import io.reprise.report.Counts;
import io.reprise.report.Filter;
import io.reprise.report.Range;
import io.reprise.report.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A year, one square a day and one column a week, with the months under it and its numbers by month. */
record CalendarCard(String title, List<Cell> cells, List<String> months, String total, List<NumberRow> rows) {
    private static final int WEEKS = 53;
    private static final int DAYS_OF_WEEK = 7;

    /** One day: its date (null after today), its shade from none to d, and what it says when pointed at. */
    record Cell(
            @Nullable String day,
            @Nullable String level,
            @Nullable String title) {}

    /** The year up to today. */
    static CalendarCard of(Voice voice, History history) {
        return until(voice, history, voice.today(), "The last year");
    }

    /** The 53 weeks up to the one with this day, which is its last. */
    static CalendarCard until(Voice voice, History history, LocalDate today, String title) {
        LocalDate first = history.weekStart().startOf(today).minusWeeks(WEEKS - 1L);
        List<Counts.Bucket> days = Counts.of(history, Range.of(first, today), Filter.NONE, Step.DAY)
                .buckets();
        long[] steps = steps(days);
        List<Cell> cells = new ArrayList<>();
        days.forEach(day -> cells.add(new Cell(
                day.from().toString(),
                level(day.plays(), steps),
                voice.count(day.plays(), "play", "plays") + " on " + voice.weekday(day.from()))));
        while (cells.size() < WEEKS * DAYS_OF_WEEK) {
            cells.add(new Cell(null, "off", null));
        }
        long sum = days.stream().mapToLong(Counts.Bucket::plays).sum();
        return new CalendarCard(
                title,
                cells,
                months(voice, first),
                voice.count(sum, "play", "plays"),
                rows(voice, history, Range.of(first, today)));
    }

    /**
     * The bounds between the four shades: quarters of the days that have plays, so that one wild day pales no other.
     */
    private static long[] steps(List<Counts.Bucket> days) {
        long[] plays = days.stream()
                .mapToLong(Counts.Bucket::plays)
                .filter(each -> each > 0)
                .sorted()
                .toArray();
        if (plays.length == 0) {
            return new long[] {1, 1, 1};
        }
        return new long[] {plays[plays.length / 4], plays[plays.length / 2], plays[plays.length * 9 / 10]};
    }

    private static @Nullable String level(long plays, long[] steps) {
        return plays == 0 ? null : plays > steps[2] ? "d" : plays > steps[1] ? "c" : plays > steps[0] ? "b" : "a";
    }

    /** A label over the first column of each month, empty over the others. */
    private static List<String> months(Voice voice, LocalDate first) {
        List<String> months = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            LocalDate begin = first.plusWeeks(week);
            boolean begins = begin.getDayOfMonth() <= DAYS_OF_WEEK && week < WEEKS - 1;
            months.add(begins ? voice.shortMonth(begin) : "");
        }
        return months;
    }

    private static List<NumberRow> rows(Voice voice, History history, Range range) {
        return Counts.of(history, range, Filter.NONE, Step.MONTH).buckets().stream()
                .map(month -> new NumberRow(
                        voice.month(month.from()) + " " + month.from().getYear(),
                        month.plays(),
                        voice.number(month.plays())))
                .toList();
    }
}
