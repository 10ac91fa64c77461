package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Unfinished;
import java.util.ArrayList;
import java.util.List;

/** What a question means of the plays that were broken off or skipped: indices of {@link Unfinished}, in order. */
final class Broken {
    private Broken() {}

    /**
     * Those in the range of the local days, of items that fit the filter; undated ones only where all time is asked
     * for. A filter by container or origin is about counted plays and leaves none.
     */
    static List<Integer> of(Asking asking, Selection selection) {
        History history = asking.history();
        Unfinished told = history.unfinished();
        List<Integer> meant = new ArrayList<>();
        for (int i = 0; i < told.size() && selection.isByItem(); i++) {
            boolean isKnown = told.item(i) <= selection.names.lastItem() && selection.fitsItem(told.item(i));
            if (isKnown && inRange(history, told.at(i), asking.range())) {
                meant.add(i);
            }
        }
        return meant;
    }

    private static boolean inRange(History history, long at, Range range) {
        if (range.isAll() || at == History.UNDATED) {
            return range.isAll();
        }
        int day = history.zones().dayAt(at);
        return day >= range.fromDay() && day <= range.toDay();
    }
}
