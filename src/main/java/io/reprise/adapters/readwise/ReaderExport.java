package io.reprise.adapters.readwise;

import io.reprise.imports.CsvFormat;
import io.reprise.imports.CsvRow;
import io.reprise.imports.CsvSheet;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.ImportFile;
import io.reprise.imports.JsonFormat;
import io.reprise.imports.JsonMembers;
import io.reprise.imports.JsonRow;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Documents of Readwise Reader: what its API lists as JSON, and the CSV that its page gives. */
public final class ReaderExport {
    private static final Origin ORIGIN = new Origin("readwise", "Readwise Reader", "");
    private static final Set<String> NOT_KEPT = Set.of("html_content", "content", "notes", "summary", "image_url");
    private static final CsvSheet SHEET = CsvSheet.with("title", "url", "reading progress", "location");
    private static final Format DOCUMENT = new JsonFormat(94, "readwise.document", ReaderDocument::told);
    private static final Format ROW = new CsvFormat(95, "readwise.row", ReaderDocument::told);
    private static final String SAVED = "is saved and was not read";
    private static final byte[] NOTHING = {};

    private ReaderExport() {}

    public static FileFormat json() {
        return new FileShape(
                new FileShape.Named("readwise.json", "Readwise Reader documents (JSON)"),
                ORIGIN,
                sample -> sample.hasMembers("reading_progress", "location", "saved_at"),
                ReaderExport::read,
                List.of(DOCUMENT));
    }

    public static FileFormat csv() {
        return new FileShape(
                new FileShape.Named("readwise.csv", "Readwise Reader library (CSV)"),
                ORIGIN,
                SHEET::isIn,
                (file, rows) -> SHEET.each(file, rows, (place, payload) -> row(place, payload, rows)),
                List.of(ROW));
    }

    /** An answer of the API holds the documents under {@code results}; a list of them is taken too. */
    private static void read(ImportFile file, Rows rows) {
        String path = isAnswer(file) ? "results[]" : "[]";
        JsonSlicer.each(file, path, rows, (place, element) -> document(place, element, rows));
    }

    private static boolean isAnswer(ImportFile file) {
        try (var in = file.open()) {
            int first = in.read();
            while (first == ' ' || first == '\n' || first == '\r' || first == '\t' || first > 0x7F) {
                first = in.read();
            }
            return first == '{';
        } catch (IOException e) {
            // The slicer opens it again and says what is wrong.
            return false;
        }
    }

    private static void document(Place place, byte[] element, Rows rows) {
        byte[] payload = JsonMembers.without(element, NOT_KEPT).orElse(NOTHING);
        if (payload.length == 0) {
            rows.refuse(place, NOTHING, "expected a JSON object, got something else");
            return;
        }
        try {
            if (ReaderDocument.isRead(JsonRow.of(payload))) {
                rows.row(place, DOCUMENT, payload);
            } else {
                rows.leaveOut(place, SAVED);
            }
        } catch (Unreadable e) {
            rows.refuse(place, payload, String.valueOf(e.getMessage()));
        }
    }

    private static void row(Place place, byte[] payload, Rows rows) {
        try {
            if (ReaderDocument.isRead(CsvRow.of(payload, ','))) {
                rows.row(place, ROW, payload);
            } else {
                rows.leaveOut(place, SAVED);
            }
        } catch (Unreadable e) {
            rows.refuse(place, payload, String.valueOf(e.getMessage()));
        }
    }
}
