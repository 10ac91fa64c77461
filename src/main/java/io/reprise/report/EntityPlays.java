package io.reprise.report;

import io.reprise.history.History;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of an artist, an album and a track have in common: plays, the first and last dated one, and plays by
 * day.
 */
record EntityPlays(
        long plays,
        int tracks,
        int albums,
        @Nullable Long first,
        @Nullable Long last,
        List<DayCount> overTime,
        Tops tops) {
    static final int TOP = 20;

    static EntityPlays of(History history, Range range, Filter filter, int rows) {
        Selection selection = new Selection(history, range, filter);
        Tally items = Tally.of(selection, Subject.ITEM);
        int first = -1;
        int last = -1;
        for (int i = selection.first; i < selection.end; i++) {
            if (history.at(i) != History.UNDATED && selection.has(i)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return new EntityPlays(
                items.allPlays,
                items.distinct(),
                Tally.of(selection, Subject.CONTAINER).distinct(),
                first < 0 ? null : Moment.of(history, first).at(),
                last < 0 ? null : Moment.of(history, last).at(),
                DayCount.of(selection),
                Tops.of(selection, items, Tally.creators(selection.names, items), rows));
    }
}
