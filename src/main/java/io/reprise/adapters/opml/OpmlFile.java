package io.reprise.adapters.opml;

import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.Place;
import io.reprise.imports.Sample;
import io.reprise.scrobble.Origin;
import java.util.List;
import java.util.Locale;

/** A list of feeds. It is known so that its user is told what it is: nothing in it was read or played. */
public final class OpmlFile {
    private static final byte[] NOTHING = {};

    private OpmlFile() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("opml.feeds", "OPML, a list of feeds (is told what it lacks)"),
                new Origin("opml", "OPML", ""),
                OpmlFile::isOurs,
                (file, rows) -> rows.refuse(
                        new Place(file.name(), Place.Unit.BYTE, 0),
                        NOTHING,
                        "this is OPML, a list of the feeds that somebody subscribed to; it does not say what was read"
                                + " or heard, so it holds no history. Import the history of the feed reader instead"),
                List.of());
    }

    private static boolean isOurs(Sample sample) {
        String start = sample.text().stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<opml") || (start.startsWith("<?xml") && start.contains("<opml"));
    }
}
