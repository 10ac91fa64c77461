package io.reprise.adapters.musicbrainz.offline;

/** Sorts numbers 0 to n-1 by what they stand for, stably and without an object for each. */
final class IndexSort {
    private IndexSort() {}

    /** Compares two of the numbered things, as a comparator does. */
    @FunctionalInterface
    interface Order {
        int compare(int one, int other);
    }

    static int[] sorted(int count, Order order) {
        int[] from = new int[count];
        for (int i = 0; i < count; i++) {
            from[i] = i;
        }
        int[] into = new int[count];
        for (long width = 1; width < count; width *= 2) {
            for (long begin = 0; begin < count; begin += 2 * width) {
                int middle = (int) Math.min(begin + width, count);
                merge(from, into, new int[] {(int) begin, middle, (int) Math.min(begin + 2 * width, count)}, order);
            }
            int[] swap = from;
            from = into;
            into = swap;
        }
        return from;
    }

    private static void merge(int[] from, int[] into, int[] bounds, Order order) {
        int left = bounds[0];
        int right = bounds[1];
        for (int i = bounds[0]; i < bounds[2]; i++) {
            boolean takesLeft = left < bounds[1] && (right >= bounds[2] || order.compare(from[left], from[right]) <= 0);
            into[i] = takesLeft ? from[left++] : from[right++];
        }
    }
}
