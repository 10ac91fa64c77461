package io.reprise.playlist;

import java.util.List;

/** Gives items one by one in their order: a heap, since most lists want few of many. Not thread-safe. */
final class Ordering implements Sequence {
    private final List<SortKey> keys;
    private final int[] items;
    private final long[] ranks;
    private int size;

    /** Takes the first {@code size} of the items; the array is its own from then on. */
    Ordering(List<SortKey> keys, int[] items, int size) {
        this.keys = keys;
        this.items = items;
        this.size = size;
        this.ranks = new long[size];
        SortKey first = keys.getFirst();
        for (int i = 0; i < size; i++) {
            ranks[i] = first.rank(items[i]);
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public int next() {
        int first = items[0];
        size--;
        items[0] = items[size];
        ranks[0] = ranks[size];
        sink(0);
        return first;
    }

    private void sink(int from) {
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && isBefore(child + 1, child)) {
                child++;
            }
            if (!isBefore(child, at)) {
                return;
            }
            int item = items[at];
            long rank = ranks[at];
            items[at] = items[child];
            ranks[at] = ranks[child];
            items[child] = item;
            ranks[child] = rank;
            at = child;
        }
    }

    private boolean isBefore(int one, int other) {
        if (ranks[one] != ranks[other]) {
            return ranks[one] < ranks[other];
        }
        int order = keys.getFirst().settle(items[one], items[other]);
        for (int i = 1; i < keys.size() && order == 0; i++) {
            SortKey key = keys.get(i);
            order = Long.compare(key.rank(items[one]), key.rank(items[other]));
            order = order == 0 ? key.settle(items[one], items[other]) : order;
        }
        return order == 0 ? items[one] < items[other] : order < 0;
    }
}
