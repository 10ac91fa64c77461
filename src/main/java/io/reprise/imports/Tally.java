package io.reprise.imports;

import java.util.Locale;

/** What became of the rows that were read: new, known from before, refused as unreadable, left out on purpose. */
public record Tally(long fresh, long known, long refused, long leftOut) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    /** All rows read; each of them is one of the four. */
    public long read() {
        return fresh + known + refused + leftOut;
    }

    Tally plus(Tally more) {
        return new Tally(fresh + more.fresh, known + more.known, refused + more.refused, leftOut + more.leftOut);
    }

    /** As people read it. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%,d %s read: %,d new, %,d known, %,d refused, %,d left out",
                read(),
                read() == 1 ? "row" : "rows",
                fresh,
                known,
                refused,
                leftOut);
    }
}
