package io.reprise.adapters.pocket;

import io.reprise.imports.CsvFormat;
import io.reprise.imports.CsvRow;
import io.reprise.imports.CsvSheet;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.media.Credit;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.List;

/** The export of Pocket: an archived page was read, at a time that Pocket never told. */
public final class PocketExport {
    private static final CsvSheet SHEET = CsvSheet.with("title", "url", "time_added", "status");
    private static final Format PAGE = new CsvFormat(90, "pocket.page", PocketExport::told);

    private PocketExport() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("pocket.csv", "Pocket export (zip or CSV)"),
                new Origin("pocket", "Pocket export", ""),
                SHEET::isIn,
                (file, rows) -> SHEET.each(file, rows, (place, payload) -> page(place, payload, rows)),
                List.of(PAGE));
    }

    private static void page(Place place, byte[] payload, Rows rows) {
        try {
            if ("unread".equals(CsvRow.of(payload, ',').text("status"))) {
                rows.leaveOut(place, "is saved and was not read");
            } else {
                rows.row(place, PAGE, payload);
            }
        } catch (Unreadable e) {
            rows.refuse(place, payload, String.valueOf(e.getMessage()));
        }
    }

    private static Told told(CsvRow row) throws Unreadable {
        String url = row.needText("url");
        String title = row.text("title");
        Mention article = new Mention.Article(title == null ? url : title, url, null, Credit.NONE, null, List.of());
        return new Told(
                Verb.PLAYED, article, Times.UNKNOWN, null, null, "pocket:" + row.text("time_added") + ":" + url);
    }
}
