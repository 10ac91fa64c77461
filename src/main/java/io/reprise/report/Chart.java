package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * Creators, containers or items ranked by plays or seconds in a range. {@code plays} and {@code seconds} are those of
 * all plays in question, {@code size} how many have a place; a row's {@code share} (0 to 1) is its part of the
 * measured total. Equal values share a rank ("1, 2, 2, 4"), in the order of their folded names. A play credited to
 * several creators counts for each, so the shares of creators may add up to more than 1.
 */
public record Chart(Subject subject, Measure measure, long plays, long seconds, int size, List<Row> rows) {
    /** The most rows one answer gives. */
    public static final int ROWS_MAX = 1000;

    /** One place. Seconds are those known. */
    public record Row(int rank, Named what, long plays, long seconds, double share) {}

    /**
     * What to rank, by what, and which places to give: {@code limit} of them (1 to {@link #ROWS_MAX}) after the first
     * {@code offset}.
     */
    public record Ask(Subject subject, Measure measure, int limit, int offset) {
        public Ask {
            if (limit < 1 || limit > ROWS_MAX) {
                throw new IllegalArgumentException("a chart gives 1 to " + ROWS_MAX + " rows at a time, not " + limit);
            }
            if (offset < 0) {
                throw new IllegalArgumentException("a chart's offset is 0 or more, not " + offset);
            }
        }

        /** The first rows by plays. */
        public static Ask top(Subject subject, int limit) {
            return new Ask(subject, Measure.PLAYS, limit, 0);
        }
    }

    public static Chart of(History history, Range range, Filter filter, Ask ask) {
        Selection selection = new Selection(history, range, filter);
        Subject subject = ask.subject();
        // Creators are told from items, so what is counted once serves both the places and the total.
        int[] itemPlays = selection.itemPlays();
        int[] plays = subject == Subject.ITEM
                ? itemPlays
                : subject == Subject.CREATOR
                        ? Tally.creatorPlays(selection.names, itemPlays)
                        : Tally.plays(selection, subject);
        long[] seconds = Tally.seconds(selection, subject);
        long[] values = ask.measure() == Measure.PLAYS ? Tally.widened(plays) : seconds;
        long allPlays = Tally.sum(itemPlays);
        long allSeconds = subject == Subject.ITEM ? Tally.sum(seconds) : Tally.sum(selection.itemSeconds());
        double whole = ask.measure() == Measure.PLAYS ? allPlays : allSeconds;
        Names names = history.names();
        List<Row> rows = new ArrayList<>();
        for (Ranking.Place place :
                Ranking.of(values, number -> subject.name(names, number), ask.offset(), ask.limit())) {
            int number = place.number();
            rows.add(new Row(
                    place.rank(),
                    Named.of(names, subject, number),
                    plays[number],
                    seconds[number],
                    values[number] / whole));
        }
        return new Chart(subject, ask.measure(), allPlays, allSeconds, Ranking.ranked(values), List.copyOf(rows));
    }
}
