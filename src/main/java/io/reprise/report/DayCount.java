package io.reprise.report;

import java.util.ArrayList;
import java.util.List;

/** Plays on one local day ({@code date} as in 2022-08-01); days without any are left out. */
public record DayCount(String date, long count) {
    static List<DayCount> of(Selection selection) {
        Buckets days = Buckets.of(selection, Step.DAY);
        Buckets.Groups groups = days.groups(selection);
        List<DayCount> counts = new ArrayList<>();
        for (int day = 0; day < days.size(); day++) {
            if (groups.size(day) > 0) {
                counts.add(new DayCount(days.label(day), groups.size(day)));
            }
        }
        return List.copyOf(counts);
    }
}
