package io.reprise.adapters.freshrss;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.JsonRow;
import io.reprise.inlet.JsonFormat;
import io.reprise.media.Credit;
import io.reprise.media.Mention;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.List;

/** An article that was read, in the form that we offer; {@code read_at} is RFC 3339, else the receipt stands for it. */
final class EntryRead {
    static final JsonFormat FORMAT = new JsonFormat(38, "freshrss.entry", EntryRead::told);

    private EntryRead() {}

    static Told told(JsonRow row) throws Unreadable {
        String readAt = row.text("read_at");
        Times times = readAt == null ? Times.RECEIVED : Times.ended(EpochSeconds.second("read_at", readAt));
        String author = row.text("author");
        String title = row.text("title");
        Mention mention = new Mention.Article(
                title == null ? "" : title,
                row.text("url"),
                row.text("feed"),
                author == null ? Credit.NONE : Credit.of(author, "author"),
                null,
                List.of());
        return new Told(Verb.FINISH, mention, times, null, null, null);
    }
}
