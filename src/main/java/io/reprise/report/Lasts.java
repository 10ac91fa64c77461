package io.reprise.report;

import io.reprise.history.History;
import java.time.LocalDate;
import java.util.Arrays;

/** The last day on which each thing of a selection was played. */
final class Lasts {
    private Lasts() {}

    /** By number, {@link History#NO_DAY} where no play is known to the day. */
    static int[] known(Selection selection, Subject subject) {
        return days(selection, subject, false);
    }

    /** As {@link #known}; a play known to the month or year may have been on its last day. */
    static int[] possible(Selection selection, Subject subject) {
        return days(selection, subject, true);
    }

    private static int[] days(Selection selection, Subject subject, boolean coarse) {
        History history = selection.history;
        Things things = Things.of(history, subject);
        int[] last = new int[subject.last(selection.names) + 1];
        Arrays.fill(last, History.NO_DAY);
        for (int i = selection.first; i < selection.end; i++) {
            if (selection.has(i)) {
                int day =
                        Traces.isKnownToTheDay(history, i) ? history.day(i) : coarse ? end(history, i) : History.NO_DAY;
                int places = day == History.NO_DAY ? 0 : things.places(i);
                for (int place = 0; place < places; place++) {
                    int number = things.number(i, place);
                    last[number] = Math.max(last[number], day);
                }
            }
        }
        last[0] = History.NO_DAY;
        return last;
    }

    private static int end(History history, int index) {
        int day = history.day(index);
        if (day == History.NO_DAY) {
            return day;
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        return switch (history.precision(index)) {
            case INSTANT, MINUTE, DAY, UNKNOWN -> day;
            case MONTH -> day + date.lengthOfMonth() - date.getDayOfMonth();
            case YEAR -> day + date.lengthOfYear() - date.getDayOfYear();
        };
    }
}
