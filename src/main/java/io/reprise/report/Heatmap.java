package io.reprise.report;

import io.reprise.account.ZoneHistory;
import io.reprise.history.History;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When in the week a user plays: plays by weekday (0 is Monday) and hour of the user's wall time, or of another zone
 * where one is asked for. Only plays whose time of day is known count; {@code withoutTime} says how many are left out.
 * Normalised cells are plays per week of the range (of the days from the first to the last play where it is open).
 */
public record Heatmap(
        List<Day> grid,
        PeakDay peakDay,
        Hour peakHour,
        long totalScrobbles,
        long withoutTime,
        boolean isNormalized,
        List<Cell> heatmap,
        Summary summary,
        List<WeekdayTotal> weekdayTotals,
        List<Hour> hourTotals) {
    private static final int WEEKDAYS = 7;
    private static final int HOURS = 24;

    /** One weekday with its 24 hours. */
    public record Day(int dayOfWeek, List<Hour> hours) {}

    /** One hour of the day (0 to 23) and its plays. */
    public record Hour(int hour, long count) {}

    /** The weekday (0 is Monday) with the most plays. */
    public record PeakDay(int dayOfWeek, long count) {}

    /** One hour of one weekday, counted and as a share of the fullest. */
    public record Cell(int weekday, int hour, long count, double normalized) {}

    /** The plays of one weekday over the whole range. */
    public record WeekdayTotal(int weekday, String name, long count) {}

    /** The range told in a few figures. */
    public record Summary(long totalScrobbles, long weeksInRange, int peakHour, int peakWeekday, long peakCount) {}

    /** A zone to use instead of the user's own ones, and whether cells are per week. */
    public record Options(@Nullable ZoneId zone, boolean normalize) {
        public static final Options PLAIN = new Options(null, false);
    }

    public static Heatmap of(History history, Range range, Filter filter, Options options) {
        Selection selection = new Selection(history, range, filter);
        ZoneId zone = options.zone();
        LocalClock clock = new LocalClock(zone == null ? history.zones() : ZoneHistory.of(zone));
        long[] cells = new long[WEEKDAYS * HOURS];
        long withoutTime = 0;
        for (int i = selection.first; i < selection.end; i++) {
            if (selection.has(i)) {
                if (history.hasTime(i)) {
                    cells[clock.weekday(history.at(i)) * HOURS + clock.hour(history.at(i))]++;
                } else {
                    withoutTime++;
                }
            }
        }
        return told(cells, withoutTime, weeks(selection), options.normalize());
    }

    private static long weeks(Selection selection) {
        Buckets days = Buckets.of(selection, Step.YEAR);
        return days.size() == 0
                ? 1
                : Math.max(
                        1, (days.to(days.size() - 1).toEpochDay() - days.from(0).toEpochDay() + 1) / WEEKDAYS);
    }

    private static Heatmap told(long[] cells, long withoutTime, long weeks, boolean normalize) {
        List<Day> grid = new ArrayList<>();
        List<Cell> heatmap = new ArrayList<>();
        long[] byHour = new long[HOURS];
        long[] byWeekday = new long[WEEKDAYS];
        long total = 0;
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            List<Hour> hours = new ArrayList<>();
            for (int hour = 0; hour < HOURS; hour++) {
                long count = cells[weekday * HOURS + hour];
                byHour[hour] += count;
                byWeekday[weekday] += count;
                total += count;
                hours.add(new Hour(hour, count));
                heatmap.add(new Cell(weekday, hour, count, normalize ? (double) count / weeks : count));
            }
            grid.add(new Day(weekday, List.copyOf(hours)));
        }
        int peak = highest(cells);
        int day = highest(byWeekday);
        int hour = highest(byHour);
        return new Heatmap(
                List.copyOf(grid),
                new PeakDay(day, byWeekday[day]),
                new Hour(hour, byHour[hour]),
                total,
                withoutTime,
                normalize,
                List.copyOf(heatmap),
                new Summary(total, weeks, peak % HOURS, peak / HOURS, cells[peak]),
                weekdays(byWeekday),
                hours(byHour));
    }

    private static List<WeekdayTotal> weekdays(long[] counts) {
        List<WeekdayTotal> totals = new ArrayList<>();
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            String name = DayOfWeek.of(weekday + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            totals.add(new WeekdayTotal(weekday, name, counts[weekday]));
        }
        return List.copyOf(totals);
    }

    private static List<Hour> hours(long[] counts) {
        List<Hour> totals = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            totals.add(new Hour(hour, counts[hour]));
        }
        return List.copyOf(totals);
    }

    /** The place of the highest value; the first of equals. */
    static int highest(long[] values) {
        int highest = 0;
        for (int i = 1; i < values.length; i++) {
            highest = values[i] > values[highest] ? i : highest;
        }
        return highest;
    }
}
