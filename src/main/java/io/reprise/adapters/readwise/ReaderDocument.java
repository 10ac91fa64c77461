package io.reprise.adapters.readwise;

import io.reprise.imports.CsvRow;
import io.reprise.imports.JsonRow;
import io.reprise.imports.TimeText;
import io.reprise.media.Credit;
import io.reprise.media.Mention;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of Reader: read when it lies in the archive or nine tenths lie behind. Being moved to the archive tells
 * the time, else the last opening; the CSV tells neither.
 */
final class ReaderDocument {
    private static final double READ_SHARE = 0.9;
    private static final String ARCHIVE = "archive";

    private ReaderDocument() {}

    static boolean isRead(JsonRow row) throws Unreadable {
        return isRead(row.text("location"), row.number("reading_progress"));
    }

    static boolean isRead(CsvRow row) throws Unreadable {
        return isRead(row.text("location"), row.number("reading progress"));
    }

    private static boolean isRead(@Nullable String location, @Nullable Double progress) {
        return ARCHIVE.equals(location) || progress != null && progress >= READ_SHARE;
    }

    static Told told(JsonRow row) throws Unreadable {
        String moved = ARCHIVE.equals(row.text("location")) ? row.text("last_moved_at") : null;
        String at = moved == null ? row.text("last_opened_at") : moved;
        Times times =
                at == null ? Times.UNKNOWN : TimeText.of("last_moved_at", at).ended();
        String source = row.text("source_url");
        String url = source == null ? row.text("url") : source;
        String id = "readwise:" + row.needText("id") + ":" + (at == null ? "" : at);
        return new Told(Verb.PLAYED, mention(row, url), times, null, null, id);
    }

    private static Mention mention(JsonRow row, @Nullable String url) throws Unreadable {
        String told = row.text("title");
        String title = told == null ? String.valueOf(url) : told;
        String author = row.text("author");
        Credit credit = author == null ? Credit.NONE : Credit.of(author, "author");
        String category = row.text("category");
        return switch (category == null ? "" : category) {
            case "epub" -> new Mention.Book(title, credit, null, null, List.of());
            case "video" -> new Mention.Video(title, url, author, null, List.of());
            default -> new Mention.Article(title, url, row.text("site_name"), credit, null, List.of());
        };
    }

    static Told told(CsvRow row) throws Unreadable {
        String url = row.needText("url");
        String title = row.text("title");
        Mention article = new Mention.Article(title == null ? url : title, url, null, Credit.NONE, null, List.of());
        String id = row.text("id");
        return new Told(Verb.PLAYED, article, Times.UNKNOWN, null, null, "readwise:" + (id == null ? url : id) + ":");
    }
}
