package io.reprise.adapters.youtube;

import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.JsonFormat;
import io.reprise.imports.JsonRow;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.util.List;
import java.util.Locale;

/** {@code watch-history.json} of Google Takeout, for YouTube and YouTube Music; the HTML form is refused by name. */
public final class WatchHistoryFile {
    private static final Origin ORIGIN = new Origin("youtube", "YouTube Takeout", "");
    private static final Format VIEW = new JsonFormat(62, "youtube.view", WatchedVideo::told);
    private static final byte[] NOTHING = {};

    private WatchHistoryFile() {}

    public static FileFormat json() {
        return new FileShape(
                new FileShape.Named(
                        "youtube.history", "YouTube and YouTube Music watch history of Takeout (zip or JSON)"),
                ORIGIN,
                sample -> sample.begins("[") && sample.hasMembers("header", "title", "time", "products"),
                (file, rows) -> JsonSlicer.each(file, "[]", rows, (place, element) -> row(place, element, rows)),
                List.of(VIEW));
    }

    /** Takeout's default, which is made for eyes: its dates and verbs are in the words of the account's language. */
    public static FileFormat html() {
        return new FileShape(
                new FileShape.Named("youtube.html", "YouTube watch history as HTML (is told how to get JSON)"),
                ORIGIN,
                WatchHistoryFile::isHtml,
                (file, rows) -> rows.refuse(
                        new Place(file.name(), Place.Unit.BYTE, 0),
                        NOTHING,
                        "this is the watch history as HTML, whose dates are written in words; ask Takeout for it again,"
                                + " with the format of the history set to JSON"),
                List.of());
    }

    private static boolean isHtml(Sample sample) {
        String start = sample.text().stripLeading().toLowerCase(Locale.ROOT);
        boolean isPage = start.startsWith("<html") || start.startsWith("<!doctype html");
        return isPage && (start.contains("youtube.com/watch") || sample.name().endsWith("watch-history.html"));
    }

    private static void row(Place place, byte[] element, Rows rows) {
        try {
            JsonRow row = JsonRow.of(element);
            if (WatchedVideo.isAdvert(row)) {
                rows.leaveOut(place, "an advertisement");
            } else if (row.text("titleUrl") == null) {
                rows.leaveOut(place, "a video that is gone; Google no longer says which");
            } else if (!WatchedVideo.isVideo(row.needText("titleUrl"))) {
                rows.leaveOut(place, "no video (a post, a search, a survey)");
            } else {
                rows.row(place, VIEW, element);
            }
        } catch (Unreadable e) {
            rows.refuse(place, element, String.valueOf(e.getMessage()));
        }
    }
}
