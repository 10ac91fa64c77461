package io.reprise.report;

import io.reprise.history.History;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** When in the day and week a year's plays were, and how they sat together. */
final class YearPatterns {
    private static final int SESSION_GAP_MINUTES = 30;
    private static final int MORNING = 6;
    private static final int NOON = 12;
    private static final int EVENING = 20;
    private static final int SATURDAY = 5;

    private YearPatterns() {}

    static YearReport.ListeningPatterns of(Selection selection) {
        History history = selection.history;
        LocalClock clock = new LocalClock(history.zones());
        long[] hours = new long[24];
        long[] weekdays = new long[7];
        long plays = 0;
        for (int i = selection.first; i < selection.end; i++) {
            if (history.hasTime(i) && selection.has(i)) {
                hours[clock.hour(history.at(i))]++;
                weekdays[clock.weekday(history.at(i))]++;
                plays++;
            }
        }
        long night = sum(hours, EVENING, hours.length) + sum(hours, 0, MORNING);
        Sittings sittings = Sittings.of(selection, SESSION_GAP_MINUTES);
        return new YearReport.ListeningPatterns(
                Heatmap.highest(hours),
                Heatmap.highest(weekdays),
                minutes(sittings).max().orElse(0),
                minutes(sittings).average().orElse(0),
                percent(night, plays),
                percent(sum(hours, MORNING, NOON), plays),
                percent(sum(weekdays, SATURDAY, weekdays.length), plays));
    }

    private static LongStream minutes(Sittings sittings) {
        return IntStream.range(0, sittings.size()).mapToLong(sitting -> sittings.seconds(sitting) / 60);
    }

    private static long sum(long[] counts, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i];
        }
        return sum;
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
