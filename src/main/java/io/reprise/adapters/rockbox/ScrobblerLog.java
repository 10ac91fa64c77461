package io.reprise.adapters.rockbox;

import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.ImportFile;
import io.reprise.imports.LineSlicer;
import io.reprise.imports.Rows;
import io.reprise.scrobble.Origin;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The {@code .scrobbler.log} of Rockbox and other players: comments that say whose clock it is, then rows of tabs. */
public final class ScrobblerLog {
    private static final String ZONE = "#TZ/";
    private static final String CLIENT = "#CLIENT/";
    private static final ScrobblerLine LINE = new ScrobblerLine();

    private ScrobblerLog() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("rockbox.log", "Rockbox and other players' .scrobbler.log"),
                new Origin("rockbox", "Scrobbler log", ""),
                sample -> sample.begins("#AUDIOSCROBBLER/"),
                ScrobblerLog::read,
                List.of(LINE));
    }

    private static void read(ImportFile file, Rows rows) {
        String[] told = {ZONE + "UNKNOWN", "Scrobbler log"};
        LineSlicer.each(file, rows, (place, line) -> {
            String text = new String(line, StandardCharsets.UTF_8);
            if (text.startsWith(ZONE)) {
                told[0] = text;
            } else if (text.startsWith(CLIENT)) {
                told[1] = text.substring(CLIENT.length()).replaceAll("\\s*\\$Revision.*", "");
            } else if (!text.startsWith("#")) {
                byte[] payload = (told[0] + "\n" + text).getBytes(StandardCharsets.UTF_8);
                rows.row(place, LINE, payload, new Origin("rockbox", told[1], ""));
            }
        });
    }
}
