package io.reprise.adapters.miniflux;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.JsonRow;
import io.reprise.inlet.JsonFormat;
import io.reprise.media.Credit;
import io.reprise.media.Mention;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import org.jspecify.annotations.Nullable;

/**
 * An entry that was saved. Miniflux tells of no reading; but an entry that is saved when it is read already was read
 * when it last changed, about: to the minute, and once for each entry.
 */
final class EntrySaved {
    static final JsonFormat FORMAT = new JsonFormat(37, "miniflux.save_entry", EntrySaved::told);

    private static final int MINUTE_SECONDS = 60;

    private EntrySaved() {}

    static Told told(JsonRow row) throws Unreadable {
        JsonRow entry = entry(row);
        String changed = entry.text("changed_at");
        Times times = changed == null
                ? Times.RECEIVED
                : new Times(null, EpochSeconds.second("entry.changed_at", changed), Precision.MINUTE, null);
        return new Told(Verb.FINISH, mention(entry), times, null, null, "entry " + entry.needText("id"));
    }

    static JsonRow entry(JsonRow row) throws Unreadable {
        JsonRow entry = row.object("entry");
        if (entry == null) {
            throw new Unreadable("entry: expected an object, got nothing");
        }
        return entry;
    }

    static Mention mention(JsonRow entry) throws Unreadable {
        JsonRow feed = entry.object("feed");
        String author = entry.text("author");
        Integer minutes = entry.count("reading_time");
        return new Mention.Article(
                orEmpty(entry.text("title")),
                entry.text("url"),
                feed == null ? null : feed.text("title"),
                author == null ? Credit.NONE : Credit.of(author, "author"),
                minutes == null ? null : Math.multiplyExact(minutes, MINUTE_SECONDS),
                java.util.List.of());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
