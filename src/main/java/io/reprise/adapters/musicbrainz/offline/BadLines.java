package io.reprise.adapters.musicbrainz.offline;

import java.util.ArrayList;
import java.util.List;

/** The lines of a dump that could not be read: how many, and the first ones with their place. One thread. */
final class BadLines {
    static final int SHOWN_MAX = 20;

    private final String file;
    private final List<String> first = new ArrayList<>();
    private long count;

    BadLines(String file) {
        this.file = file;
    }

    void add(long line, String reason) {
        count++;
        if (first.size() < SHOWN_MAX) {
            first.add(file + ", line " + line + ": " + reason);
        }
    }

    long count() {
        return count;
    }

    List<String> first() {
        return List.copyOf(first);
    }
}
