package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * Creators, containers or items ranked by plays or seconds in a range. {@code plays} and {@code seconds} are those of
 * all plays in question, {@code size} how many have a place; a row's {@code share} (0 to 1) is its part of the measured
 * total. Equal values share a rank ("1, 2, 2, 4"), in the order of their folded names. A play credited to several
 * creators counts for each, so the shares of creators may add up to more than 1.
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
        return of(history.names(), Tally.of(new Selection(history, range, filter), ask.subject()), ask);
    }

    static Chart of(Names names, Tally tally, Ask ask) {
        Subject subject = ask.subject();
        Ranking ranking = tally.ranking(ask.measure());
        double whole = ask.measure() == Measure.PLAYS ? tally.allPlays : tally.allSeconds;
        List<Row> rows = new ArrayList<>();
        for (Ranking.Place place : ranking.places(number -> subject.name(names, number), ask.offset(), ask.limit())) {
            int number = place.number();
            Named what = Named.of(names, subject, number);
            rows.add(new Row(
                    place.rank(),
                    what,
                    tally.plays[number],
                    tally.seconds[number],
                    tally.value(ask.measure(), number) / whole));
        }
        return new Chart(subject, ask.measure(), tally.allPlays, tally.allSeconds, ranking.size(), List.copyOf(rows));
    }
}
