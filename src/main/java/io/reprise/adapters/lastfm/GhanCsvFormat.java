package io.reprise.adapters.lastfm;

import io.reprise.imports.CsvRow;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;

/**
 * One row of ghan's CSV, read by the names of its columns: {@code uts} (start, epoch seconds UTC), {@code artist},
 * {@code album}, {@code track}, and the MusicBrainz ids beside them.
 */
public final class GhanCsvFormat implements Format {
    @Override
    public int code() {
        return 10;
    }

    @Override
    public String word() {
        return "lastfm.csv";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        CsvRow row = CsvRow.of(payload, ',');
        LastfmTrack track = new LastfmTrack(
                row.needText("artist"),
                row.needText("track"),
                row.text("album"),
                row.text("track_mbid"),
                row.text("album_mbid"));
        return track.playedAt(LastfmTime.of(row.text("uts"), row.text("utc_time")));
    }
}
