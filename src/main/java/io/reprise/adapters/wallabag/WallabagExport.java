package io.reprise.adapters.wallabag;

import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.JsonMembers;
import io.reprise.imports.JsonRow;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.util.List;
import java.util.Set;

/** The JSON export of wallabag: an archived entry was read when it was archived; older servers do not tell when. */
public final class WallabagExport {
    private static final Set<String> NOT_KEPT =
            Set.of("content", "user_name", "user_email", "user_id", "preview_picture", "headers");
    private static final Format ENTRY = new ArchivedEntry();
    private static final byte[] NOTHING = {};

    private WallabagExport() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("wallabag.export", "wallabag export (JSON)"),
                new Origin("wallabag", "wallabag export", ""),
                sample -> sample.begins("[") && sample.hasMembers("is_archived", "url"),
                (file, rows) -> JsonSlicer.each(file, "[]", rows, (place, element) -> entry(place, element, rows)),
                // The pull stores the same, so the format is already known.
                List.of());
    }

    private static void entry(Place place, byte[] element, Rows rows) {
        byte[] payload = JsonMembers.without(element, NOT_KEPT).orElse(NOTHING);
        if (payload.length == 0) {
            rows.refuse(place, NOTHING, "expected a JSON object, got something else");
            return;
        }
        try {
            if (isArchived(JsonRow.of(payload))) {
                rows.row(place, ENTRY, payload);
            } else {
                rows.leaveOut(place, "is saved and was not read");
            }
        } catch (Unreadable e) {
            rows.refuse(place, payload, String.valueOf(e.getMessage()));
        }
    }

    /** Written 1 or true, by version. */
    private static boolean isArchived(JsonRow row) throws Unreadable {
        try {
            return row.flag("is_archived");
        } catch (Unreadable e) {
            Long number = row.whole("is_archived");
            return number != null && number == 1;
        }
    }
}
