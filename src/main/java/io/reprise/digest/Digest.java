package io.reprise.digest;

import io.reprise.history.History;
import io.reprise.report.Chart;
import io.reprise.report.Filter;
import io.reprise.report.Novelty;
import io.reprise.report.Range;
import io.reprise.report.Step;
import io.reprise.report.Subject;
import io.reprise.report.Totals;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A week, month or year in short: its numbers beside those of the period before, the most played, and who was met for
 * the first time. {@code streak} is how many days in a row had a play, up to its last day. A pure function of the
 * history. Immutable.
 */
public record Digest(
        Every every,
        LocalDate first,
        LocalDate last,
        Totals now,
        Totals before,
        int streak,
        List<Top> tops,
        List<Novelty.Discovery> discoveries) {
    private static final int ROWS_MAX = 5;

    /** The most played of one sort. */
    public record Top(Subject subject, List<Chart.Row> rows) {}

    /** Of the period that begins on this local day. */
    public static Digest of(History history, Every every, LocalDate first) {
        LocalDate end = every.after(first);
        Range range = Range.of(first, end.minusDays(1));
        LocalDate start = every.startOf(first.minusDays(1), history.weekStart());
        return new Digest(
                every,
                first,
                end.minusDays(1),
                Totals.of(history, range, Filter.NONE),
                Totals.of(history, Range.of(start, first.minusDays(1)), Filter.NONE),
                streak(Totals.of(history, Range.until(end.minusDays(1)), Filter.NONE), end.minusDays(1)),
                List.of(
                        top(history, range, Subject.CREATOR),
                        top(history, range, Subject.ITEM),
                        top(history, range, Subject.CONTAINER)),
                Novelty.of(history, range, Filter.NONE, Step.MONTH).newArtistsDiscovered().stream()
                        .sorted(Comparator.comparingLong(Novelty.Discovery::totalPlays)
                                .reversed()
                                .thenComparing(Novelty.Discovery::artist))
                        .limit(ROWS_MAX)
                        .toList());
    }

    private static int streak(Totals totals, LocalDate day) {
        return day.equals(totals.days().last()) ? totals.days().streak() : 0;
    }

    private static Top top(History history, Range range, Subject subject) {
        return new Top(
                subject,
                Chart.of(history, range, Filter.NONE, Chart.Ask.top(subject, ROWS_MAX))
                        .rows());
    }

    /** "Your week 22 of 2026". */
    public String title() {
        return "Your " + every.name(first);
    }
}
