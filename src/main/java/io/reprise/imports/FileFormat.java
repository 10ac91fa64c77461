package io.reprise.imports;

import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import java.util.List;
import java.util.Map;

/**
 * One kind of file that holds a history. It knows its files by their content, for names are changed by people and
 * browsers. Thread-safe; knows nothing of archives, for each entry of one is a file of its own here.
 */
public interface FileFormat {
    /** The name in the API and in runs, such as {@code spotify.extended}. */
    String word();

    /** What people call it, with the kind of file: {@code Spotify extended streaming history (JSON)}. */
    String title();

    /**
     * Who tells the rows of such a file. Files that tell the same rows share an origin, so that a row is known again.
     */
    Origin origin();

    /** Whether a file that begins like this is of this format. */
    boolean recognises(Sample sample);

    /** How the columns of a table that begins like this are read: column to meaning; empty where there are none. */
    default Map<String, String> columns(Sample sample) {
        return Map.of();
    }

    /** Cuts the file into rows. Whatever the bytes are, it does not throw; what it cannot read it refuses. */
    void read(ImportFile file, Rows rows);

    /** What its rows are stored as, where no other format has the same. */
    default List<Format> payloads() {
        return List.of();
    }
}
