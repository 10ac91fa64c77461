package io.reprise.report;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@link Heatmap} as a report. */
final class HeatmapSheet implements Report {
    @Override
    public About about() {
        return new About(
                Theme.TIME,
                "heatmap",
                "Week by the hour",
                "At which hours of which weekdays you play.",
                "Counts plays by weekday and hour of your wall time as it was then; plays whose time of day is not"
                        + " known are left out and counted below.",
                List.of());
    }

    @Override
    public Answer answer(Asking asking) {
        Heatmap map = Heatmap.of(asking.history(), asking.range(), asking.filter(), Heatmap.Options.PLAIN);
        Sheet.Maker cells =
                Sheet.of("hours", "By weekday and hour", "weekday", "weekday", "hour", "hour", "plays", "plays");
        for (DayOfWeek day : asking.history().weekStart().days()) {
            for (Heatmap.Hour hour : map.grid().get(day.ordinal()).hours()) {
                cells.row(
                        Cell.text(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)),
                        Cell.text(String.format(Locale.ROOT, "%02d", hour.hour())),
                        Cell.count(hour.count()));
            }
        }
        Heatmap.Summary summary = map.summary();
        List<Answer.Figure> figures = new ArrayList<>();
        figures.add(new Answer.Figure("plays", "plays with a time", Cell.count(map.totalScrobbles())));
        figures.add(new Answer.Figure("without_time", "without a time", Cell.count(map.withoutTime())));
        figures.add(new Answer.Figure("weeks", "weeks", Cell.count(summary.weeksInRange())));
        String sentence = map.totalScrobbles() == 0
                ? Say.NOTHING
                : "Mostly on "
                        + DayOfWeek.of(map.peakDay().dayOfWeek() + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        + "s, and mostly between " + map.peakHour().hour() + " and "
                        + (map.peakHour().hour() + 1)
                        + " o'clock.";
        return new Answer(
                sentence, figures, List.of(cells.end(Picture.by(Picture.Shape.GRID, "hour", "weekday", "plays"))));
    }
}
