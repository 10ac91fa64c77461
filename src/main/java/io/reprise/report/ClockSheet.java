package io.reprise.report;

import io.reprise.history.History;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/** The hours of the day. */
final class ClockSheet implements Report {
    private static final int HOURS = 24;
    private static final List<String> PARTS = List.of("Night", "Morning", "Afternoon", "Evening");
    private static final List<String> FROM_TO = List.of("0 to 6", "6 to 12", "12 to 18", "18 to 24");
    private static final int PART_HOURS = 6;

    @Override
    public About about() {
        return new About(
                Theme.TIME,
                "clock",
                "Round the clock",
                "At which hours of the day you play, and what belongs to morning, noon and night.",
                "Counts plays by the hour in which they began, in your wall time as it was then; the share is of all"
                        + " plays with a time, and the plays a day are over all days of the range up to today (from the first to"
                        + " the last play where it is open). Plays whose time of day is not known are left out and"
                        + " counted. Most played in a part of the day is by plays there; of equals the first by name.",
                List.of());
    }

    @Override
    public Answer answer(Asking asking) {
        Selection selection = asking.selection();
        History history = selection.history;
        LocalClock clock = new LocalClock(history.zones());
        long[] seconds = new long[HOURS];
        long[] plays = new long[HOURS];
        long without = 0;
        for (int i = selection.first; i < selection.end; i++) {
            if (selection.has(i)) {
                if (history.hasTime(i)) {
                    int hour = clock.hour(history.at(i));
                    plays[hour]++;
                    seconds[hour] += history.seconds(i);
                } else {
                    without++;
                }
            }
        }
        long all = sum(plays, 0, HOURS);
        long days = Steps.days(Buckets.of(selection, Step.YEAR), asking.today());
        Sheet.Maker hours = Sheet.of(
                "hours",
                "Hour by hour",
                "hour",
                "hour",
                "plays",
                "plays",
                "seconds",
                "time",
                "share",
                "share",
                "a_day",
                "plays a day");
        for (int hour = 0; hour < HOURS; hour++) {
            hours.row(
                    Cell.text(String.format(Locale.ROOT, "%02d", hour)),
                    Cell.count(plays[hour]),
                    Cell.span(seconds[hour]),
                    Cell.share(plays[hour], all),
                    Cell.decimal(days == 0 ? 0 : (double) plays[hour] / days));
        }
        int fullest = Heatmap.highest(plays);
        return new Answer(
                all == 0
                        ? "No play here has a time of day."
                        : "Your fullest hour is " + between(fullest, fullest + 1) + " with "
                                + Say.percent(plays[fullest], all) + " of your plays.",
                List.of(
                        new Answer.Figure("plays", "plays with a time", Cell.count(all)),
                        new Answer.Figure("without_time", "without a time", Cell.count(without)),
                        new Answer.Figure(
                                "by_night", "between midnight and 6", Cell.share(sum(plays, 0, PART_HOURS), all))),
                List.of(hours.end(Picture.of(Picture.Shape.BARS, "hour", "plays")), parts(selection, plays)));
    }

    private static Sheet parts(Selection selection, long[] plays) {
        History history = selection.history;
        Sheet.Maker rows = Sheet.of(
                "parts",
                "Parts of the day",
                "part",
                "part",
                "hours",
                "hours",
                "plays",
                "plays",
                "share",
                "share",
                "item",
                "most played",
                "creator",
                "creator most played");
        LocalClock clock = new LocalClock(history.zones());
        IntUnaryOperator part = i -> history.hasTime(i) ? clock.hour(history.at(i)) / PART_HOURS : Parts.NONE;
        Parts items = Parts.of(selection, Subject.ITEM, PARTS.size(), part);
        Parts creators = items.creators();
        long all = sum(plays, 0, HOURS);
        for (int at = 0; at < PARTS.size(); at++) {
            long own = sum(plays, at * PART_HOURS, (at + 1) * PART_HOURS);
            rows.row(
                    Cell.text(PARTS.get(at)),
                    Cell.text(FROM_TO.get(at)),
                    Cell.count(own),
                    Cell.share(own, all),
                    items.leader(at),
                    creators.leader(at));
        }
        return rows.end();
    }

    private static String between(int from, int to) {
        return "from " + from + " to " + to + " o'clock";
    }

    private static long sum(long[] counts, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i];
        }
        return sum;
    }
}
