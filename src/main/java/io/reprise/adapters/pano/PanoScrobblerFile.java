package io.reprise.adapters.pano;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.JsonFormat;
import io.reprise.imports.JsonRow;
import io.reprise.imports.LineSlicer;
import io.reprise.media.Credit;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Pano Scrobbler saved: JSON, one play a line, its start in milliseconds. */
public final class PanoScrobblerFile {
    private static final String ARTIST = "artist";
    private static final int MILLIS = 1000;
    private static final Format PLAY = new JsonFormat(66, "pano.play", PanoScrobblerFile::told);

    private PanoScrobblerFile() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("pano.export", "Pano Scrobbler export (JSON lines)"),
                new Origin("pano", "Pano Scrobbler export", ""),
                sample -> sample.begins("{") && sample.hasMembers("timeMs", "track"),
                (file, rows) -> LineSlicer.each(file, rows, (place, line) -> rows.row(place, PLAY, line)),
                List.of(PLAY));
    }

    private static Told told(JsonRow row) throws Unreadable {
        Long millis = row.whole("timeMs");
        if (millis == null) {
            throw new Unreadable("timeMs: expected epoch milliseconds, got nothing");
        }
        Long length = row.whole("durationMs");
        String albumArtist = row.text("albumArtist");
        Mention song = new Mention.Song(
                row.needText("track"),
                Credit.of(row.needText(ARTIST), ARTIST),
                row.text("album"),
                albumArtist == null ? null : Credit.of(albumArtist, ARTIST),
                seconds(length),
                List.of());
        return Told.played(song, EpochSeconds.started("timeMs", millis / MILLIS));
    }

    private static @Nullable Integer seconds(@Nullable Long millis) {
        return millis == null ? null : (Integer) (int) Math.min(Integer.MAX_VALUE, millis / MILLIS);
    }
}
