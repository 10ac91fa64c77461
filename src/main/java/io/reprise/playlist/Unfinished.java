package io.reprise.playlist;

/**
 * Plays that did not count: broken off, or skipped. In the order of time, as columns: the second (UTC), the original
 * item, the container told (0 for none), and whether it was skipped.
 */
record Unfinished(long[] at, int[] item, int[] container, boolean[] skipped) {
    static final Unfinished NONE = new Unfinished(new long[0], new int[0], new int[0], new boolean[0]);

    int size() {
        return at.length;
    }
}
