package io.reprise.scrobble;

import java.nio.ByteBuffer;

/**
 * Which keys came before, in 8 bytes each. Beyond {@link #KEYS_MAX} everything counts as new, so that memory stays
 * flat.
 */
final class Seen {
    private static final int KEYS_MAX = 1_000_000;
    private static final int SLOTS_AT_FIRST = 1 << 12;
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private long[] slots = new long[SLOTS_AT_FIRST];
    private int size;

    /** Whether this key had not come before. */
    boolean add(byte[] key) {
        ByteBuffer halves = ByteBuffer.wrap(key);
        long hash = halves.getLong() * MIXER ^ halves.getLong();
        if (size >= KEYS_MAX) {
            return !contains(hash);
        }
        if (2 * size >= slots.length) {
            grow();
        }
        boolean isNew = put(slots, hash);
        size += isNew ? 1 : 0;
        return isNew;
    }

    private boolean contains(long hash) {
        int at = slot(slots, hash);
        return slots[at] == held(hash);
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        for (long hash : slots) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] into, long hash) {
        int at = slot(into, hash);
        boolean isNew = into[at] == 0;
        into[at] = held(hash);
        return isNew;
    }

    /** Where it stands, or the empty slot where it would. */
    private static int slot(long[] in, long hash) {
        int at = (int) (held(hash) * MIXER >>> Integer.SIZE) & in.length - 1;
        while (in[at] != 0 && in[at] != held(hash)) {
            at = at + 1 & in.length - 1;
        }
        return at;
    }

    /** Zero stands for an empty slot. */
    private static long held(long hash) {
        return hash == 0 ? 1 : hash;
    }
}
