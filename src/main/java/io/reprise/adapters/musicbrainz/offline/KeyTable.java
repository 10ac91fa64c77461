package io.reprise.adapters.musicbrainz.offline;

/**
 * Sorted keys of 64 bits with values of one width: a look-up reads one place that tells the range, and searches its few
 * keys. The same key may be there several times; whether it is the right thing, the caller reads there. Thread-safe.
 */
final class KeyTable {
    private static final int TAIL_BYTES = 12;

    private final Bytes bytes;
    private final long starts;
    private final int width;
    private final int bits;
    private final int count;

    KeyTable(Bytes bytes) {
        this.bytes = bytes;
        long tail = bytes.size() - TAIL_BYTES;
        this.width = bytes.intAt(tail);
        this.bits = bytes.intAt(tail + 4);
        this.count = bytes.intAt(tail + 8);
        this.starts = (long) width * count;
        if (width < Long.BYTES || bits < 1 || count < 0 || starts + 4L * ((1L << bits) + 1) != tail) {
            throw new DumpFailure("a table of it has the wrong size");
        }
    }

    int count() {
        return count;
    }

    /** The first entry with this key, or -1 where there is none. */
    int first(long key) {
        long range = starts + 4 * (key >>> (Long.SIZE - bits));
        int low = bytes.intAt(range);
        int end = bytes.intAt(range + 4);
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(keyAt(middle), key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < end && keyAt(low) == key ? low : -1;
    }

    /** Whether this entry is there and has this key; the entries with one key follow each other. */
    boolean isAt(int entry, long key) {
        return entry >= 0 && entry < count && keyAt(entry) == key;
    }

    private long keyAt(int entry) {
        return bytes.longAt((long) entry * width);
    }

    int intAt(int entry, int offset) {
        return bytes.intAt((long) entry * width + Long.BYTES + offset);
    }

    long longAt(int entry, int offset) {
        return bytes.longAt((long) entry * width + Long.BYTES + offset);
    }
}
