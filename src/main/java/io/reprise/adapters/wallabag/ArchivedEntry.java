package io.reprise.adapters.wallabag;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.JsonRow;
import io.reprise.media.Credit;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of wallabag that was archived, which is how one says there that it was read. */
public final class ArchivedEntry implements Format {
    private static final int MINUTE_SECONDS = 60;

    @Override
    public int code() {
        return 56;
    }

    @Override
    public String word() {
        return "wallabag.entry";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        JsonRow row = JsonRow.of(payload);
        try {
            Integer minutes = row.count("reading_time");
            List<String> authors = row.texts("published_by");
            String title = row.text("title");
            Mention article = new Mention.Article(
                    title == null ? "" : title,
                    row.text("url"),
                    row.text("domain_name"),
                    Credit.ofList(authors, "author"),
                    minutes == null ? null : Math.multiplyExact(minutes, MINUTE_SECONDS),
                    List.of());
            return new Told(Verb.FINISH, article, times(row), null, null, null);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static Times times(JsonRow row) throws Unreadable {
        OffsetDateTime archived = archivedAt(row);
        return archived == null
                ? Times.UNKNOWN
                : new Times(
                        null,
                        archived.toEpochSecond(),
                        Precision.INSTANT,
                        archived.getOffset().getTotalSeconds() / MINUTE_SECONDS);
    }

    /** When it was archived; null in old entries, which were archived before wallabag took that down. */
    static @Nullable OffsetDateTime archivedAt(JsonRow row) throws Unreadable {
        String text = row.text("archived_at");
        // The offset is written without its colon.
        return text == null
                ? null
                : EpochSeconds.parse("archived_at", text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"));
    }
}
