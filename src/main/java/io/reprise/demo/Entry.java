package io.reprise.demo;

/**
 * One play as it will be told: when it began and for how long (epoch seconds), how long it is as a whole (seconds),
 * what it is, which program told it.
 */
record Entry(long at, int seconds, int length, Thing thing, String client) {
    private static final int SKIPPED_SECONDS_MAX = 60;

    long end() {
        return at + seconds;
    }

    /** How our JSON calls it: {@code played} as a whole, or broken off, which in its first minute is a {@code skip}. */
    String verb() {
        return seconds >= length ? "played" : seconds <= SKIPPED_SECONDS_MAX ? "skip" : "stop";
    }
}
