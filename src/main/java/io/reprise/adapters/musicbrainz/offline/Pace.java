package io.reprise.adapters.musicbrainz.offline;

/** Counts rows for whoever looks on, and ends the load when that is asked for. One thread. */
final class Pace {
    private static final int ROWS_EACH = 8192;

    private final DumpFile dump;
    private final LoadWatch watch;
    private long rows;

    Pace(DumpFile dump, LoadWatch watch) {
        this.dump = dump;
        this.watch = watch;
    }

    void row() {
        if (++rows % ROWS_EACH == 0) {
            turn();
        }
    }

    void turn() {
        if (watch.isStopped()) {
            throw new LoadStopped();
        }
        watch.at(dump.bytesRead(), dump.size(), rows);
    }
}
