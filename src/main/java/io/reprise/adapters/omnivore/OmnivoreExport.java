package io.reprise.adapters.omnivore;

import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.JsonFormat;
import io.reprise.imports.JsonRow;
import io.reprise.imports.JsonSlicer;
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

/** The export of Omnivore: what was archived or read to nine tenths was read, at a time that is not told. */
public final class OmnivoreExport {
    private static final Format PAGE = new JsonFormat(92, "omnivore.page", OmnivoreExport::told);
    private static final double READ_PERCENT = 90;

    private OmnivoreExport() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("omnivore.export", "Omnivore export (zip or JSON)"),
                new Origin("omnivore", "Omnivore export", ""),
                sample -> sample.begins("[") && sample.hasMembers("slug", "readingProgress", "savedAt"),
                (file, rows) -> JsonSlicer.each(file, "[]", rows, (place, element) -> page(place, element, rows)),
                List.of(PAGE));
    }

    private static void page(Place place, byte[] element, Rows rows) {
        try {
            JsonRow row = JsonRow.of(element);
            Double progress = row.number("readingProgress");
            boolean isRead = progress != null && progress >= READ_PERCENT;
            if (isRead || "Archived".equals(row.text("state"))) {
                rows.row(place, PAGE, element);
            } else {
                rows.leaveOut(place, "is saved and was not read");
            }
        } catch (Unreadable e) {
            rows.refuse(place, element, String.valueOf(e.getMessage()));
        }
    }

    private static Told told(JsonRow row) throws Unreadable {
        String url = row.needText("url");
        String title = row.text("title");
        String author = row.text("author");
        Mention article = new Mention.Article(
                title == null ? url : title,
                url,
                null,
                author == null ? Credit.NONE : Credit.of(author, "author"),
                null,
                List.of());
        return new Told(Verb.PLAYED, article, Times.UNKNOWN, null, null, "omnivore:" + row.needText("slug"));
    }
}
