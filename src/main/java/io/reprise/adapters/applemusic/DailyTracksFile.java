package io.reprise.adapters.applemusic;

import io.reprise.imports.CsvFormat;
import io.reprise.imports.CsvRow;
import io.reprise.imports.CsvSheet;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.ImportFile;
import io.reprise.imports.Rows;
import io.reprise.imports.TimeText;
import io.reprise.media.Credit;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Apple Music's "Play History Daily Tracks": what was played on which day, as "Artist - Song". Where the play activity
 * lies beside it, that tells the same to the second and this file gives the artists alone.
 */
public final class DailyTracksFile {
    static final String NAME = "Play History Daily Tracks.csv";
    static final CsvSheet SHEET = CsvSheet.with("track description", "date played")
            .keeping(Set.of(
                    "track description",
                    "date played",
                    "track identifier",
                    "play duration milliseconds",
                    "end reason type",
                    "play count",
                    "skip count",
                    "media type"));
    private static final Format DAY = new CsvFormat(61, "applemusic.day", DailyTracksFile::told);
    private static final int SKIP_BELOW_MILLIS = 30_000;
    private static final int SECONDS_MAX = 86_400;

    private DailyTracksFile() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("applemusic.daily", "Apple Music play history, daily tracks (zip or CSV)"),
                new Origin("applemusic", "Apple Music daily tracks", ""),
                SHEET::isIn,
                DailyTracksFile::read,
                List.of(DAY));
    }

    private static void read(ImportFile file, Rows rows) {
        boolean isToldExactly = file.beside(PlayActivityFile.NAME).isPresent();
        SHEET.each(file, rows, (place, payload) -> {
            if (isToldExactly) {
                rows.leaveOut(place, "the play activity beside it tells the same to the second");
            } else {
                rows.row(place, DAY, payload);
            }
        });
    }

    private static Told told(CsvRow row) throws Unreadable {
        String description = row.needText("track description");
        int dash = description.indexOf(" - ");
        Credit credit = dash < 0 ? Credit.NONE : Credit.of(description.substring(0, dash), "artist");
        String title = dash < 0 ? description : description.substring(dash + 3);
        Mention song = new Mention.Song(title, credit, null, null, null, List.of());
        String date = row.needText("date played").strip();
        // yyyymmdd, which without its dashes would be read as seconds.
        String day = date.replaceFirst("^(\\d{4})(\\d{2})(\\d{2})$", "$1-$2-$3");
        Double millis = row.number("play duration milliseconds");
        return new Told(
                verb(row, millis),
                song,
                TimeText.of("date played", day).started(),
                millis == null || millis < 0 ? null : (Integer) (int) Math.min(SECONDS_MAX, millis / 1000),
                null,
                null);
    }

    private static Verb verb(CsvRow row, @Nullable Double millis) throws Unreadable {
        String reason = row.text("end reason type");
        boolean isSkipped = reason != null && reason.contains("SKIP") && millis != null && millis < SKIP_BELOW_MILLIS;
        return isSkipped ? Verb.SKIP : Verb.PLAYED;
    }
}
