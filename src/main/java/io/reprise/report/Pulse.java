package io.reprise.report;

import io.reprise.history.History;
import java.util.List;

/** Plays on every local day of a range, without gaps. */
public record Pulse(List<Day> days) {
    /** {@code day} as in 2022-08-01. */
    public record Day(String day, long count) {}

    public static Pulse of(History history, Range range, Filter filter) {
        return new Pulse(Counts.of(history, range, filter, Step.DAY).buckets().stream()
                .map(bucket -> new Day(bucket.label(), bucket.plays()))
                .toList());
    }
}
