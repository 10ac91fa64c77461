package io.reprise.adapters.musicbrainz.offline;

import java.util.Arrays;

/**
 * The pairs of letters of a folded title as 64 bits: titles that are nearly the same have nearly the same bits, so that
 * thousands are passed over in microseconds before any is read.
 */
final class TitleSignature {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final int BITS = 6;
    /** Fewer pairs than this lie inside almost any long title. */
    private static final int PAIRS_WITHIN_MIN = 5;

    static final double WITHIN_WEIGHT = 0.9;
    private static final int WORTH_READING_PERCENT = 55;

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

    /** Whether two titles are alike enough to be read; asked of thousands, so reckoned in whole numbers. */
    static boolean isWorthReading(long one, long other) {
        int both = Long.bitCount(one & other);
        int ones = Long.bitCount(one);
        int others = Long.bitCount(other);
        int fewer = Math.min(ones, others);
        return 200 * both >= WORTH_READING_PERCENT * (ones + others)
                || fewer >= PAIRS_WITHIN_MIN && 90 * both >= WORTH_READING_PERCENT * fewer;
    }

    /** The pairs of letters of a folded title, sorted. */
    static int[] pairs(String folded) {
        int[] pairs = new int[folded.length() + 1];
        int before = 0;
        for (int i = 0; i < pairs.length; i++) {
            int after = i == folded.length() ? 1 : folded.charAt(i);
            pairs[i] = before << 16 | after;
            before = after;
        }
        Arrays.sort(pairs);
        return pairs;
    }

    /** How many pairs two titles share, measured on the pairs themselves. */
    static double alike(int[] one, int[] other) {
        int both = 0;
        int at = 0;
        for (int pair : one) {
            while (at < other.length && other[at] < pair) {
                at++;
            }
            if (at < other.length && other[at] == pair) {
                both++;
                at++;
            }
        }
        return 2.0 * both / (one.length + other.length);
    }

    /** Whether the shorter of two titles lies within the longer, and is long enough for that to say something. */
    static boolean isWithin(String one, String other) {
        String fewer = one.length() <= other.length() ? one : other;
        return fewer.length() >= PAIRS_WITHIN_MIN && (one.length() <= other.length() ? other : one).contains(fewer);
    }
}
