package io.reprise.report;

import io.reprise.history.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays and seconds for every day, week, month or year of a range, without gaps: what had no play is there with 0. An
 * open range goes from the first to the last play. {@code unplaced} are plays that count in the range but are told too
 * coarsely for the step (a play known to the month has no day).
 */
public record Counts(Step step, List<Bucket> buckets, long unplaced) {
    /**
     * One step: its days that lie in the range, both included; its name ({@code 2022-08-01}, {@code 2022-W31},
     * {@code 2022-08}, {@code 2022}).
     */
    public record Bucket(String label, LocalDate from, LocalDate to, long plays, long seconds) {}

    public Counts {
        buckets = List.copyOf(buckets);
    }

    public static Counts of(History history, Range range, Filter filter, Step step) {
        return of(new Selection(history, range, filter), step);
    }

    static Counts of(Selection selection, Step step) {
        History history = selection.history;
        Buckets steps = Buckets.of(selection, step);
        long[] plays = new long[steps.size()];
        long[] seconds = new long[steps.size()];
        long unplaced = 0;
        for (int i = selection.first; i < selection.end; i++) {
            if (selection.has(i)) {
                int bucket = steps.of(history, i);
                if (bucket == Buckets.NONE) {
                    unplaced++;
                } else {
                    plays[bucket]++;
                    seconds[bucket] += history.seconds(i);
                }
            }
        }
        List<Bucket> buckets = new ArrayList<>(plays.length);
        for (int i = 0; i < plays.length; i++) {
            buckets.add(new Bucket(steps.label(i), steps.from(i), steps.to(i), plays[i], seconds[i]));
        }
        return new Counts(step, buckets, unplaced);
    }
}
