package io.reprise.adapters.musicbrainz.offline;

/**
 * The pairs of letters of a folded title as 64 bits: titles that are nearly the same have nearly the same bits, so that
 * thousands are passed over in microseconds before any is read.
 */
final class TitleSignature {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final int BITS = 6;
    /** Fewer pairs than this lie inside almost any long title. */
    private static final int PAIRS_WITHIN_MIN = 5;

    private static final double WITHIN_WEIGHT = 0.9;

    private TitleSignature() {}

    static long of(String folded) {
        long bits = 0;
        char before = 0;
        for (int i = 0; i <= folded.length(); i++) {
            char c = i == folded.length() ? 1 : folded.charAt(i);
            bits |= 1L << (((before * 65_599L + c) * FACTOR) >>> (Long.SIZE - BITS));
            before = c;
        }
        return bits;
    }

    /** 0 to 1: how many pairs two titles may share; high as well where all of the shorter lie within the longer. */
    static double alike(long one, long other) {
        int both = Long.bitCount(one & other);
        int ones = Long.bitCount(one);
        int others = Long.bitCount(other);
        int fewer = Math.min(ones, others);
        double within = fewer < PAIRS_WITHIN_MIN ? 0 : WITHIN_WEIGHT * both / fewer;
        return Math.max(within, 2.0 * both / (ones + others));
    }

    /** The same measured on the texts themselves. */
    static double alike(String one, String other) {
        String fewer = one.length() <= other.length() ? one : other;
        String more = one.length() <= other.length() ? other : one;
        if (fewer.length() >= PAIRS_WITHIN_MIN && more.contains(fewer)) {
            return WITHIN_WEIGHT;
        }
        boolean[] taken = new boolean[more.length() + 1];
        int both = 0;
        for (int i = 0; i <= fewer.length(); i++) {
            int at = pairAt(more, taken, pair(fewer, i));
            if (at >= 0) {
                taken[at] = true;
                both++;
            }
        }
        return 2.0 * both / (one.length() + other.length() + 2);
    }

    private static int pairAt(String text, boolean[] taken, int pair) {
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i] && pair(text, i) == pair) {
                return i;
            }
        }
        return -1;
    }

    private static int pair(String text, int at) {
        int before = at == 0 ? 0 : text.charAt(at - 1);
        int after = at == text.length() ? 1 : text.charAt(at);
        return before << 16 | after;
    }
}
