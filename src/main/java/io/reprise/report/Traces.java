package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;

/**
 * The plays of a selection that are known to the day, thing by thing and in the order of time within each: those of a
 * number stand from its {@link #begin} up to its {@link #end}. A play credited to two creators stands under both.
 */
final class Traces {
    /** Indices of the history. */
    final int[] plays;
    /** The local day of each. */
    final int[] days;

    private final int[] begins;

    private Traces(int[] begins) {
        this.begins = begins;
        plays = new int[begins[begins.length - 1]];
        days = new int[plays.length];
    }

    static Traces of(Selection selection, Subject subject) {
        return gathered(selection, subject, true);
    }

    /** With plays that are known more coarsely or not at all; their days mean little. */
    static Traces withUndated(Selection selection, Subject subject) {
        return gathered(selection, subject, false);
    }

    private static Traces gathered(Selection selection, Subject subject, boolean dated) {
        History history = selection.history;
        int[] begins = new int[subject.last(selection.names) + 2];
        for (int i = selection.first; i < selection.end; i++) {
            int places = isMeant(selection, i, dated) ? places(history, subject, i) : 0;
            for (int place = 0; place < places; place++) {
                int number = number(history, subject, i, place);
                begins[number + 1] += number == 0 ? 0 : 1;
            }
        }
        for (int number = 1; number < begins.length; number++) {
            begins[number] += begins[number - 1];
        }
        Traces traces = new Traces(begins);
        traces.fill(selection, subject, dated);
        return traces;
    }

    private void fill(Selection selection, Subject subject, boolean dated) {
        History history = selection.history;
        int[] filled = begins.clone();
        for (int i = selection.first; i < selection.end; i++) {
            int places = isMeant(selection, i, dated) ? places(history, subject, i) : 0;
            for (int place = 0; place < places; place++) {
                int number = number(history, subject, i, place);
                if (number != 0) {
                    plays[filled[number]] = i;
                    days[filled[number]++] = history.day(i);
                }
            }
        }
    }

    private static boolean isMeant(Selection selection, int index, boolean dated) {
        return (!dated || isKnownToTheDay(selection.history, index)) && selection.has(index);
    }

    static boolean isKnownToTheDay(History history, int index) {
        return history.hasTime(index)
                || history.day(index) != History.NO_DAY && Step.DAY.places(history.precision(index));
    }

    /** How many things of this subject a play may stand for. */
    static int places(History history, Subject subject, int index) {
        return subject == Subject.CREATOR ? history.names().creditCount(history.item(index)) : 1;
    }

    /** One thing a play stands for, 0 where there is none in this place. */
    static int number(History history, Subject subject, int index, int place) {
        return switch (subject) {
            case ITEM -> history.item(index);
            case CONTAINER -> history.container(index);
            case CREATOR -> {
                int item = history.item(index);
                Names names = history.names();
                yield Tally.isFirstMention(names, item, place) ? names.creator(item, place) : 0;
            }
        };
    }

    /** The creator credited first, 0 where there is none. */
    static int lead(History history, int index) {
        int item = history.item(index);
        return history.names().creditCount(item) == 0 ? 0 : history.names().creator(item, 0);
    }

    /** One more than the greatest number. */
    int count() {
        return begins.length - 1;
    }

    int begin(int number) {
        return begins[number];
    }

    int end(int number) {
        return begins[number + 1];
    }

    int size(int number) {
        return begins[number + 1] - begins[number];
    }

    /** Of those that have plays. */
    int firstDay(int number) {
        return days[begin(number)];
    }

    int lastDay(int number) {
        return days[end(number) - 1];
    }
}
