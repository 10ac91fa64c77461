package io.reprise.report;

import io.reprise.history.History;
import io.reprise.media.MediaKind;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * What each local day holds, kind by kind: plays, known seconds, and how many different items. Days come in order, the
 * kinds of a day in the order of {@link MediaKind}; what has no play is left out, and so is a play that is told too
 * coarsely for a day.
 */
public record Daily(LocalDate day, MediaKind kind, long plays, long seconds, int items) {
    private static final int CODES = MediaKind.values().length + 1;

    /** Hands over the rows of a range one after the other, so that no list of them is made. */
    public static void each(History history, Range range, Filter filter, Consumer<Daily> row) {
        Selection selection = new Selection(history, range, filter);
        Buckets days = Buckets.of(selection, Step.DAY);
        Buckets.Groups groups = days.groups(selection);
        int[] metOn = new int[selection.names.lastItem() + 1];
        for (int day = 0; day < days.size(); day++) {
            if (groups.size(day) > 0) {
                day(selection, groups, day, metOn).each(days.from(day), row);
            }
        }
    }

    private record Sums(long[] plays, long[] seconds, int[] items) {
        void each(LocalDate day, Consumer<Daily> row) {
            for (MediaKind kind : MediaKind.values()) {
                int code = kind.code();
                if (plays[code] > 0) {
                    row.accept(new Daily(day, kind, plays[code], seconds[code], items[code]));
                }
            }
        }
    }

    /** {@code metOn} holds for each item the last day, counted from 1, on which it was met. */
    private static Sums day(Selection selection, Buckets.Groups groups, int day, int[] metOn) {
        Sums sums = new Sums(new long[CODES], new long[CODES], new int[CODES]);
        for (int at = groups.begins()[day]; at < groups.begins()[day + 1]; at++) {
            int index = groups.indices()[at];
            int item = selection.history.item(index);
            int code = selection.names.kindCode(item);
            sums.plays[code]++;
            sums.seconds[code] += selection.history.seconds(index);
            if (metOn[item] != day + 1) {
                metOn[item] = day + 1;
                sums.items[code]++;
            }
        }
        return sums;
    }
}
