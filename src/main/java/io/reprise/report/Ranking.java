package io.reprise.report;

import io.reprise.media.Fold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The highest of many values, without sorting them all: a bounded heap finds the lowest value that still gets in, and
 * names are looked up only where values tie. Equal values share a rank ("1, 2, 2, 4") and stand in the order of their
 * folded names.
 */
final class Ranking {
    private Ranking() {}

    record Place(int rank, int number) {}

    /** The places from {@code offset} on, at most {@code limit}; values of 0 have none. */
    static List<Place> of(long[] values, IntFunction<String> name, int offset, int limit) {
        int ranked = ranked(values);
        int wanted = (int) Math.min((long) offset + limit, ranked);
        if (wanted <= offset) {
            return List.of();
        }
        List<Candidate> candidates = atLeast(values, name, threshold(values, wanted));
        candidates.sort(Candidate.ORDER);
        List<Place> places = new ArrayList<>(wanted - offset);
        int rank = 1;
        for (int i = 0; i < wanted; i++) {
            rank = i > 0 && candidates.get(i).value == candidates.get(i - 1).value ? rank : i + 1;
            if (i >= offset) {
                places.add(new Place(rank, candidates.get(i).number));
            }
        }
        return places;
    }

    /** How many have a place at all. */
    static int ranked(long[] values) {
        int ranked = 0;
        for (long value : values) {
            ranked += value > 0 ? 1 : 0;
        }
        return ranked;
    }

    private static List<Candidate> atLeast(long[] values, IntFunction<String> name, long threshold) {
        List<Candidate> candidates = new ArrayList<>();
        for (int number = 0; number < values.length; number++) {
            if (values[number] >= threshold) {
                candidates.add(new Candidate(number, values[number], name));
            }
        }
        return candidates;
    }

    /** The value in place {@code count}, counted from the highest; at least 1. */
    private static long threshold(long[] values, int count) {
        long[] heap = new long[count];
        int filled = 0;
        for (long value : values) {
            if (value <= 0) {
                continue;
            }
            if (filled < count) {
                heap[filled] = value;
                rise(heap, filled++);
            } else if (value > heap[0]) {
                heap[0] = value;
                sink(heap);
            }
        }
        return heap[0];
    }

    private static void rise(long[] heap, int from) {
        int at = from;
        long value = heap[at];
        while (at > 0 && heap[at - 1 >> 1] > value) {
            heap[at] = heap[at - 1 >> 1];
            at = at - 1 >> 1;
        }
        heap[at] = value;
    }

    private static void sink(long[] heap) {
        int at = 0;
        long value = heap[0];
        for (int child = 1; child < heap.length; child = 2 * at + 1) {
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= value) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = value;
    }

    private static final class Candidate {
        static final Comparator<Candidate> ORDER = Comparator.<Candidate>comparingLong(candidate -> -candidate.value)
                .thenComparing(Candidate::folded)
                .thenComparingInt(candidate -> candidate.number);

        final int number;
        final long value;
        private final IntFunction<String> name;
        private @Nullable String folded;

        Candidate(int number, long value, IntFunction<String> name) {
            this.number = number;
            this.value = value;
            this.name = name;
        }

        String folded() {
            String known = folded;
            if (known == null) {
                known = Fold.fold(name.apply(number));
                folded = known;
            }
            return known;
        }
    }
}
