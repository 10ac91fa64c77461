package io.reprise.adapters.spinitron;

import io.reprise.imports.CsvFormat;
import io.reprise.imports.CsvRow;
import io.reprise.imports.CsvSheet;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.TimeText;
import io.reprise.media.Credit;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.util.List;
import java.util.Set;

/** A radio playlist of Spinitron: lines on the show, a header, then one spin a row. */
public final class SpinitronCsv {
    private static final CsvSheet SHEET = CsvSheet.with("date-time", "artist", "song")
            .keeping(Set.of("date-time", "artist", "song", "release", "label", "duration"));
    private static final Format SPIN = new CsvFormat(68, "spinitron.spin", SpinitronCsv::told);

    private SpinitronCsv() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("spinitron.csv", "Spinitron radio playlist (CSV)"),
                new Origin("spinitron", "Spinitron playlist", ""),
                SHEET::isIn,
                (file, rows) -> SHEET.each(file, rows, (place, payload) -> rows.row(place, SPIN, payload)),
                List.of(SPIN));
    }

    private static Told told(CsvRow row) throws Unreadable {
        Mention song = new Mention.Song(
                row.needText("song"),
                Credit.of(row.needText("artist"), "artist"),
                row.text("release"),
                null,
                null,
                List.of());
        return Told.played(
                song, TimeText.of("date-time", row.needText("date-time")).started());
    }
}
