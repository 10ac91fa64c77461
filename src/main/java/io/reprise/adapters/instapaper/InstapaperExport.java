package io.reprise.adapters.instapaper;

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

/**
 * The export of Instapaper: an archived page was read, at a time that is not told ({@code Timestamp} is the saving).
 */
public final class InstapaperExport {
    private static final CsvSheet SHEET = CsvSheet.with("url", "title", "selection", "folder");
    private static final Format PAGE = new CsvFormat(91, "instapaper.page", InstapaperExport::told);

    private InstapaperExport() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("instapaper.csv", "Instapaper export (CSV)"),
                new Origin("instapaper", "Instapaper export", ""),
                SHEET::isIn,
                (file, rows) -> SHEET.each(file, rows, (place, payload) -> page(place, payload, rows)),
                List.of(PAGE));
    }

    private static void page(Place place, byte[] payload, Rows rows) {
        try {
            String folder = CsvRow.of(payload, ',').text("folder");
            if ("Archive".equals(folder)) {
                rows.row(place, PAGE, payload);
            } else {
                rows.leaveOut(place, "is saved and not archived, so nothing says that it was read");
            }
        } catch (Unreadable e) {
            rows.refuse(place, payload, String.valueOf(e.getMessage()));
        }
    }

    private static Told told(CsvRow row) throws Unreadable {
        String url = row.needText("url");
        String title = row.text("title");
        Mention article = new Mention.Article(title == null ? url : title, url, null, Credit.NONE, null, List.of());
        return new Told(Verb.PLAYED, article, Times.UNKNOWN, null, null, "instapaper:" + url);
    }
}
