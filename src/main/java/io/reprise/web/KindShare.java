package io.reprise.web;

import io.reprise.report.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One piece of the bar that shows how plays divide among the kinds; {@code x} and {@code width} are its place in
 * percent.
 */
record KindShare(String kind, String label, String x, String width) {
    static List<KindShare> of(Voice voice, List<Totals.OfKind> kinds) {
        long all = kinds.stream().mapToLong(Totals.OfKind::plays).sum();
        List<KindShare> shares = new ArrayList<>();
        double from = 0;
        for (Totals.OfKind kind : kinds) {
            double width = 100.0 * kind.plays() / all;
            String label = Words.capital(
                            kind.plays() == 1 ? kind.kind().word() : kind.kind().plural()) + " "
                    + voice.number(kind.plays());
            shares.add(new KindShare(kind.kind().word(), label, percent(from), percent(width)));
            from += width;
        }
        return shares;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
