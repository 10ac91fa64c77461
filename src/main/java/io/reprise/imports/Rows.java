package io.reprise.imports;

import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;

/**
 * Where a {@link FileFormat} puts what it finds, in the order of the file. The bytes handed in are not changed
 * afterwards.
 */
public interface Rows {
    /**
     * One row of history, told by the file format's own origin; {@code payload} is what gets stored and read for ever.
     */
    void row(Place place, Format format, byte[] payload);

    /** One row of history that another origin told, as our own export says of each row. */
    void row(Place place, Format format, byte[] payload, Origin origin);

    /**
     * The same, which came to the library it was told in by the import run of that number there; such runs are kept
     * apart here, so that what was decided about them goes on holding.
     */
    default void row(Place place, Format format, byte[] payload, Origin origin, int runThere) {
        row(place, format, payload, origin);
    }

    /** The number here of the run that had that number there; 0 where no row before told of it. */
    default int runHere(int runThere) {
        return 0;
    }

    /** A row that cannot be read; {@code bytes} (may be empty) are kept apart so that it can be tried again later. */
    void refuse(Place place, byte[] bytes, String reason);

    /** A row about the history as a whole; it is applied after all rows of history, in the order of the file. */
    void afterwards(Place place, byte[] bytes, Afterword afterword);

    /** A row that is left out on purpose; the run counts how many there were for each reason. */
    void leaveOut(Place place, String reason);
}
