package io.reprise.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A set of seconds as ranges that do not touch: which part of the history a step has looked at. */
final class Reach {
    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    record Range(long from, long to) {}

    /** Adds a range and returns the parts of it that were not covered before. */
    List<Range> add(long from, long to) {
        List<Range> fresh = new ArrayList<>();
        long at = from;
        long begin = from;
        long end = to;
        Map.Entry<Long, Long> before = ranges.floorEntry(from);
        if (before != null && before.getValue() >= from) {
            begin = before.getKey();
            end = Math.max(end, before.getValue());
            at = before.getValue() + 1;
            ranges.remove(before.getKey());
        }
        Map.Entry<Long, Long> next = ranges.ceilingEntry(begin);
        while (next != null && next.getKey() <= end) {
            if (at < next.getKey()) {
                fresh.add(new Range(at, next.getKey() - 1));
            }
            at = next.getValue() + 1;
            end = Math.max(end, next.getValue());
            ranges.remove(next.getKey());
            next = ranges.ceilingEntry(begin);
        }
        if (at <= to) {
            fresh.add(new Range(at, to));
        }
        ranges.put(begin, end);
        return fresh;
    }
}
