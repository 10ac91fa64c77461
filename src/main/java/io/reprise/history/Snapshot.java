package io.reprise.history;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The large columns of a history as a file holds them: its plays, and the names of the things played, which are left
 * out where they no longer hold.
 */
record Snapshot(
        Stamp stamp,
        Columns columns,
        Unfinished unfinished,
        @Nullable Names names) {

    /** What follows this stamp in the file, with room for what came since; empty where it is of another time. */
    static Optional<Snapshot> read(ColumnInput in, Stamp stamp, Loaded.Version now) throws IOException {
        if (!stamp.holdsPlaysOf(now) || !stamp.isHalfOf(now)) {
            return Optional.empty();
        }
        Columns columns = new Columns(in, Math.toIntExact(stamp.behind(now)));
        Unfinished unfinished = new Unfinished(in);
        Names names = stamp.holdsNamesOf(now) ? new Names(in, now.catalog()) : null;
        in.end();
        return Optional.of(new Snapshot(stamp, columns, unfinished, names));
    }

    static void write(ColumnOutput out, Stamp stamp, History history) throws IOException {
        stamp.write(out);
        history.columns().write(out);
        history.unfinished().write(out);
        history.names().write(out);
        out.end();
    }
}
