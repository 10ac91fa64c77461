package io.reprise.demo;

/** One play as it will be told: when it began and for how long (epoch seconds), what it is, which program told it. */
record Entry(long at, int seconds, Thing thing, String client) {
    long end() {
        return at + seconds;
    }
}
