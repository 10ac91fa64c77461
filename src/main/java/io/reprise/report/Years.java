package io.reprise.report;

import io.reprise.history.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The local years that have plays, newest first. */
public record Years(List<Integer> years) {
    public Years {
        years = List.copyOf(years);
    }

    public static Years of(History history, Filter filter) {
        Selection selection = new Selection(history, Range.ALL, filter);
        BitSet found = new BitSet();
        int yearBegins = 0;
        int yearEnds = -1;
        for (int i = 0; i < history.size(); i++) {
            int day = history.day(i);
            boolean known = day >= yearBegins && day <= yearEnds;
            if (!known && day != History.NO_DAY && selection.has(i)) {
                LocalDate date = LocalDate.ofEpochDay(day);
                found.set(date.getYear());
                yearBegins = Range.dayOf(date.withDayOfYear(1));
                yearEnds = yearBegins + date.lengthOfYear() - 1;
            }
        }
        List<Integer> years = new ArrayList<>();
        for (int year = found.length() - 1; year >= 0; year = found.previousSetBit(year - 1)) {
            years.add(year);
            if (year == 0) {
                break;
            }
        }
        return new Years(years);
    }
}
