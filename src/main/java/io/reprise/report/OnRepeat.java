package io.reprise.report;

import io.reprise.history.History;
import java.util.ArrayList;
import java.util.List;

/** The same item again and again. */
final class OnRepeat implements Report {
    private static final Option.Amount TIMES = new Option.Amount("times", "At least times", 2, 10_000, 3);
    private static final Option.Amount ROWS = Option.Amount.rows(30);

    @Override
    public About about() {
        return new About(
                Theme.HABITS,
                "on-repeat",
                "On repeat",
                "The same thing again and again: in a row, and on one day.",
                "In a row: plays of one item that follow one another with nothing else between, however long it took;"
                        + " only plays with a time of day follow one another. On a day: plays of one item on one of"
                        + " your local days. Most times first, the earlier first where they tie.",
                List.of(TIMES, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Selection selection = asking.selection();
        History history = asking.history();
        Counted rows = inARow(selection, asking.amount(TIMES));
        Counted days = onADay(selection, asking.amount(TIMES));
        Sheet.Maker inARow = Sheet.of(
                "in_a_row", "Most in a row", "item", "item", "times", "times in a row", "from", "from", "to", "to");
        for (int place : rows.most.places(asking.amount(ROWS))) {
            int[] found = rows.found.get(place);
            inARow.row(
                    Cell.thing(history.names(), Subject.ITEM, history.item(found[0])),
                    Cell.count(found[2]),
                    Cell.at(history, found[0]),
                    Cell.at(history, found[1]));
        }
        Sheet.Maker onADay = Sheet.of("on_a_day", "Most on a day", "item", "item", "times", "times", "day", "day");
        for (int place : days.most.places(asking.amount(ROWS))) {
            int[] found = days.found.get(place);
            onADay.row(
                    Cell.thing(history.names(), Subject.ITEM, history.item(found[0])),
                    Cell.count(found[2]),
                    Cell.day(history.day(found[0])));
        }
        return new Answer(
                sentence(history, rows),
                List.of(
                        new Answer.Figure("repeats", "times on repeat", Cell.count(rows.found.size())),
                        new Answer.Figure("days", "times on one day", Cell.count(days.found.size()))),
                List.of(
                        inARow.end(Picture.of(Picture.Shape.LYING, "item", "times")),
                        onADay.end(Picture.of(Picture.Shape.LYING, "item", "times"))));
    }

    private static String sentence(History history, Counted rows) {
        int[] places = rows.most.places(1);
        if (places.length == 0) {
            return "Nothing was played so often in a row.";
        }
        int[] most = rows.found.get(places[0]);
        return "You played " + Say.thing(history.names(), Subject.ITEM, history.item(most[0])) + " "
                + Say.count(most[2], "time", "times") + " in a row.";
    }

    /** First and last index and number of plays of each. */
    private static final class Counted {
        final List<int[]> found = new ArrayList<>();
        final Highest most = new Highest();
        private final int atLeast;

        Counted(int atLeast) {
            this.atLeast = atLeast;
        }

        void add(int first, int last, int times) {
            if (times >= atLeast) {
                most.add(times, found.size());
                found.add(new int[] {first, last, times});
            }
        }
    }

    private static Counted inARow(Selection selection, int atLeast) {
        History history = selection.history;
        Counted counted = new Counted(atLeast);
        int first = 0;
        int last = 0;
        int times = 0;
        int item = 0;
        for (int i = selection.first; i < selection.end; i++) {
            if (history.hasTime(i) && selection.has(i)) {
                if (history.item(i) != item) {
                    counted.add(first, last, times);
                    item = history.item(i);
                    first = i;
                    times = 0;
                }
                last = i;
                times++;
            }
        }
        counted.add(first, last, times);
        return counted;
    }

    private static Counted onADay(Selection selection, int atLeast) {
        History history = selection.history;
        Buckets steps = Buckets.of(selection, Step.DAY);
        Buckets.Groups groups = steps.groups(selection);
        int[] times = new int[selection.names.lastItem() + 1];
        Counted counted = new Counted(atLeast);
        for (int day = 0; day < steps.size(); day++) {
            for (int at = groups.begins()[day]; at < groups.begins()[day + 1]; at++) {
                times[history.item(groups.indices()[at])]++;
            }
            for (int at = groups.begins()[day]; at < groups.begins()[day + 1]; at++) {
                int play = groups.indices()[at];
                counted.add(play, play, times[history.item(play)]);
                times[history.item(play)] = 0;
            }
        }
        return counted;
    }
}
