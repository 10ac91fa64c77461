package io.reprise.adapters.lastfm;

import io.reprise.imports.CsvRow;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.nio.charset.StandardCharsets;

/** One row of {@code artist,album,track,02 Jan 2006 15:04}, the start of the play in UTC. */
public final class PlainCsvFormat implements Format {
    private static final byte[] HEADER = "artist,album,track,time".getBytes(StandardCharsets.UTF_8);

    @Override
    public int code() {
        return 12;
    }

    @Override
    public String word() {
        return "lastfm.csv.plain";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        CsvRow row = CsvRow.of(CsvRow.payload(HEADER, payload), ',');
        LastfmTrack track =
                new LastfmTrack(row.needText("artist"), row.needText("track"), row.text("album"), null, null);
        return track.playedAt(LastfmTime.minute("time", row.needText("time")));
    }

    static boolean isTime(String text) {
        return text.matches("(?i)\\s*\\d{1,2} [a-z]{3} \\d{4},? \\d{1,2}:\\d{2}\\s*");
    }
}
