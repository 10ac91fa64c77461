package io.reprise.adapters.koreader;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.JsonRow;
import io.reprise.media.Credit;
import io.reprise.media.Mention;
import io.reprise.scrobble.Position;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of one book: a piece of its reading, which the last pages complete. */
final class ReadPage {
    private static final String NONE = "N/A";
    private static final int SPENT_SECONDS_MAX = 30 * 86_400;

    private ReadPage() {}

    static Told told(JsonRow row) throws Unreadable {
        Long start = row.whole("start_time");
        Double page = row.number("page");
        Double total = row.number("total_pages");
        Long spent = row.whole("spent");
        if (start == null || page == null) {
            throw new Unreadable("expected start_time and page, got " + row.names());
        }
        String authors = known(row, "authors");
        Mention book = new Mention.Book(
                row.needText("title"),
                authors == null ? Credit.NONE : Credit.ofList(List.of(authors.split("\n")), "author"),
                known(row, "series"),
                null,
                List.of());
        Position position = new Position(page, total == null || total <= 0 ? null : total, "pages");
        Times times = EpochSeconds.started("start_time", start);
        Integer seconds = spent == null ? null : (Integer) (int) Math.clamp(spent, 0, SPENT_SECONDS_MAX);
        String id = "koreader:" + row.text("md5") + ":" + page.longValue() + ":" + start;
        return new Told(Verb.PROGRESS, book, times, seconds, position, id);
    }

    private static @Nullable String known(JsonRow row, String field) throws Unreadable {
        String text = row.text(field);
        return NONE.equals(text) ? null : text;
    }
}
