package io.reprise.feed;

import io.reprise.history.History;
import io.reprise.report.Filter;
import io.reprise.report.Range;
import io.reprise.report.Timeline;
import io.reprise.report.Totals;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A history as OpenMetrics 1.0, which Prometheus reads. All are gauges: a play that is removed takes its part back.
 * There is no label that says whose they are; a scrape adds one where it wants it.
 */
public final class Metrics {
    public static final String CONTENT_TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    private static final String SECONDS = "seconds";

    private final StringBuilder text = new StringBuilder();

    private Metrics() {}

    /** One value under its label; no label where its name is empty. */
    record Sample(String label, String value, long number) {
        static Sample alone(long number) {
            return new Sample("", "", number);
        }
    }

    /** {@code now} in epoch seconds (UTC) is when it is asked. */
    public static String of(History history, long now) {
        LocalDate today = LocalDate.ofEpochDay(history.zones().dayAt(now));
        Totals all = Totals.of(history, Range.ALL, Filter.NONE);
        Totals onDay = Totals.of(history, Range.of(today, today), Filter.NONE);
        Metrics metrics = new Metrics();
        metrics.family("reprise_plays", "", "Plays that count.", each(all, all, Totals.OfKind::plays));
        metrics.family(
                "reprise_played_seconds",
                SECONDS,
                "Time played, as far as it is known.",
                each(all, all, Totals.OfKind::seconds));
        metrics.family("reprise_items", "", "Different items played.", each(all, all, Totals.OfKind::items));
        metrics.family("reprise_today_plays", "", "Plays on the local day.", each(all, onDay, Totals.OfKind::plays));
        metrics.family(
                "reprise_today_played_seconds",
                SECONDS,
                "Time played on the local day.",
                each(all, onDay, Totals.OfKind::seconds));
        metrics.family(
                "reprise_library",
                "",
                "Different items, creators and containers played.",
                List.of(
                        new Sample("of", "items", all.played().items()),
                        new Sample("of", "creators", all.played().creators()),
                        new Sample("of", "containers", all.played().containers())));
        Totals.Days days = all.days();
        metrics.family("reprise_active_days", "", "Local days with a play.", List.of(Sample.alone(days.active())));
        metrics.family(
                "reprise_streak_days",
                "",
                "Days in a row with a play, up to today or yesterday.",
                List.of(Sample.alone(streak(days, today))));
        metrics.family(
                "reprise_longest_streak_days",
                "",
                "The most days in a row with a play.",
                List.of(Sample.alone(days.longestStreak())));
        metrics.last(history, now);
        return metrics.text.append("# EOF\n").toString();
    }

    /** How many days in a row still go on today. */
    static int streak(Totals.Days days, LocalDate today) {
        LocalDate last = days.last();
        return last == null || last.isBefore(today.minusDays(1)) ? 0 : days.streak();
    }

    private void last(History history, long now) {
        List<Timeline.Line> lines = Timeline.of(history, Range.ALL, Filter.NONE, Timeline.Page.newest(1))
                .plays();
        Long at = lines.isEmpty() ? null : lines.getFirst().when().at();
        if (at != null) {
            family(
                    "reprise_last_play_timestamp_seconds",
                    SECONDS,
                    "When the last play began, in epoch seconds.",
                    List.of(Sample.alone(at)));
            family(
                    "reprise_last_play_age_seconds",
                    SECONDS,
                    "How long ago the last play began.",
                    List.of(Sample.alone(Math.max(0, now - at))));
        }
    }

    /** One value for each kind that was ever played: 0 is a value, too, and a line that comes and goes draws badly. */
    private static List<Sample> each(Totals all, Totals asked, ToLongFunction<Totals.OfKind> value) {
        return all.kinds().stream()
                .map(known -> new Sample(
                        "kind",
                        known.kind().word(),
                        asked.kinds().stream()
                                .filter(kind -> kind.kind() == known.kind())
                                .mapToLong(value)
                                .sum()))
                .toList();
    }

    private void family(String name, String unit, String help, List<Sample> samples) {
        text.append("# TYPE ").append(name).append(" gauge\n");
        if (!unit.isEmpty()) {
            text.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
        }
        text.append("# HELP ").append(name).append(' ').append(escaped(help)).append('\n');
        for (Sample sample : samples) {
            text.append(name);
            if (!sample.label().isEmpty()) {
                text.append('{')
                        .append(sample.label())
                        .append("=\"")
                        .append(escaped(sample.value()))
                        .append("\"}");
            }
            text.append(' ').append(sample.number()).append('\n');
        }
    }

    /** As OpenMetrics writes text between quotes. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
