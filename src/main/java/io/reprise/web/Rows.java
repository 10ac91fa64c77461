package io.reprise.web;

import io.reprise.report.Chart;
import io.reprise.report.Named;
import io.reprise.report.Search;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns rows of charts and hits of a search into rows of a list. */
final class Rows {
    /** How far down the chart before is read to say how a place changed. */
    static final int MOVES_ROWS_MAX = 200;

    private Rows() {}

    /** The rows of a chart; {@code most} are the plays whose bar is full, {@code before} the chart to compare with. */
    static List<Ranked> of(Visit visit, Chart chart, long most, @Nullable Chart before) {
        Voice voice = visit.voice();
        Map<Integer, Integer> ranks = new HashMap<>();
        if (before != null) {
            before.rows().forEach(row -> ranks.put(row.what().number(), row.rank()));
        }
        return chart.rows().stream()
                .map(row -> new Ranked(
                        href(row.what()),
                        voice.number(row.rank()),
                        name(visit, row.what()),
                        share(row.plays(), most),
                        voice.number(row.plays()),
                        before == null || before.rows().isEmpty()
                                ? null
                                : move(row, ranks.get(row.what().number()))))
                .toList();
    }

    private static String move(Chart.Row row, @Nullable Integer before) {
        if (before == null) {
            return "new";
        }
        int by = before - row.rank();
        return by == 0 ? "" : (by > 0 ? "▲" : "▼") + Math.abs(by);
    }

    /** Hits of a search, without ranks. */
    static List<Ranked> found(Visit visit, List<Search.Found> hits) {
        long most = hits.stream().mapToLong(Search.Found::plays).max().orElse(1);
        return hits.stream()
                .map(hit -> new Ranked(
                        href(hit.what()),
                        "",
                        name(visit, hit.what()),
                        share(hit.plays(), most),
                        visit.voice().number(hit.plays()),
                        null))
                .toList();
    }

    static String share(long plays, long most) {
        return String.format(Locale.ROOT, "%.1f%%", Math.max(0.5, 100.0 * plays / Math.max(1, most)));
    }

    static Ranked.Name name(Visit visit, Named what) {
        return new Ranked.Name(visit.faces().of(what), what.name(), what.credit());
    }

    static String href(Named what) {
        return "/" + what.subject().word() + "s/" + what.number();
    }
}
