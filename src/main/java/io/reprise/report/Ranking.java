package io.reprise.report;

import io.reprise.media.Fold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The highest of many values, without sorting them all: a bounded heap finds the lowest value that still gets in, and
 * names are looked up only where values tie. Equal values share a rank ("1, 2, 2, 4") and stand in the order of their
 * folded names.
 */
final class Ranking {
    /** Those that have a place, with their values. */
    private final int[] numbers;

    private final long[] values;
    private final int size;

    private Ranking(int[] numbers, long[] values, int size) {
        this.numbers = numbers;
        this.values = values;
        this.size = size;
    }

    record Place(int rank, int number) {}

    static Ranking of(long[] values) {
        return of(values.length, number -> values[number]);
    }

    /** Of the numbers below {@code count}; a value of 0 has no place. */
    static Ranking of(int count, IntToLongFunction value) {
        int[] numbers = new int[count];
        long[] values = new long[count];
        int ranked = 0;
        for (int number = 0; number < count; number++) {
            long own = value.applyAsLong(number);
            if (own > 0) {
                numbers[ranked] = number;
                values[ranked++] = own;
            }
        }
        return new Ranking(numbers, values, ranked);
    }

    /** Of these numbers alone; a value of 0 has no place. */
    static Ranking of(int[] candidates, IntToLongFunction value) {
        int[] numbers = new int[candidates.length];
        long[] values = new long[candidates.length];
        int ranked = 0;
        for (int number : candidates) {
            long own = value.applyAsLong(number);
            if (own > 0) {
                numbers[ranked] = number;
                values[ranked++] = own;
            }
        }
        return new Ranking(numbers, values, ranked);
    }

    /** How many have a place. */
    int size() {
        return size;
    }

    /** The places from {@code offset} on, at most {@code limit}. */
    List<Place> places(IntFunction<String> name, int offset, int limit) {
        int wanted = (int) Math.min((long) offset + limit, size());
        if (wanted <= offset) {
            return List.of();
        }
        List<Candidate> candidates = atLeast(threshold(wanted), name);
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

    private List<Candidate> atLeast(long threshold, IntFunction<String> name) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (values[i] >= threshold) {
                candidates.add(new Candidate(numbers[i], values[i], name));
            }
        }
        return candidates;
    }

    /** The value in place {@code count}, counted from the highest. */
    private long threshold(int count) {
        long[] heap = new long[count];
        for (int i = 0; i < size; i++) {
            if (i < count) {
                heap[i] = values[i];
                rise(heap, i);
            } else if (values[i] > heap[0]) {
                heap[0] = values[i];
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
