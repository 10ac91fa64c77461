package io.reprise.adapters.playlistfile;

import io.reprise.media.ExternalId;
import java.util.List;

/** A playlist as a file tells it: title and annotation (empty where they are not told), whose it is, and its lines. */
public record Sheet(String title, String annotation, String creator, List<Line> lines) {
    public Sheet {
        lines = List.copyOf(lines);
    }

    /**
     * One line: title, credit and album as text, the length in seconds (0 where it is not told), outside ids, and where
     * it lies: an address or a path, empty where nobody knows.
     */
    public record Line(String title, String credit, String album, int seconds, List<ExternalId> ids, String location) {
        public Line {
            ids = List.copyOf(ids);
        }
    }
}
