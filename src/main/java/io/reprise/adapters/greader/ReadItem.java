package io.reprise.adapters.greader;

import io.reprise.imports.JsonRow;
import io.reprise.media.Credit;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item that is marked as read, with the second at which we saw that ({@value #SEEN}, put before the members that
 * came). It tells no time of reading: that lies between its arrival there and our look, so it is known to the day where
 * those are near, and unknown where they are not.
 */
public final class ReadItem implements Format {
    static final String SEEN = "reprise:seen";

    private static final long MICROS = 1_000_000;
    private static final long MILLIS = 1_000;
    private static final long DAY_SECONDS = 86_400;
    /** A connection looks back this far, so what it finds and is older than this was there at its first look. */
    private static final long NEAR_SECONDS_MAX = 14 * DAY_SECONDS;

    @Override
    public int code() {
        return 57;
    }

    @Override
    public String word() {
        return "greader.item";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        JsonRow row = JsonRow.of(payload);
        JsonRow origin = row.object("origin");
        String author = row.text("author");
        String title = row.text("title");
        try {
            Mention article = new Mention.Article(
                    title == null ? "" : title,
                    address(row),
                    origin == null ? null : origin.text("title"),
                    author == null ? Credit.NONE : Credit.of(author, "author"),
                    null,
                    List.of());
            return new Told(Verb.FINISH, article, times(row), null, null, "item " + row.needText("id"));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static Times times(JsonRow row) throws Unreadable {
        Long seen = row.whole(SEEN);
        Long arrived = arrived(row);
        if (seen == null || arrived == null || seen - arrived > NEAR_SECONDS_MAX) {
            return Times.UNKNOWN;
        }
        return new Times(null, Math.floorDiv(seen, DAY_SECONDS) * DAY_SECONDS, Precision.DAY, null);
    }

    /** When the reader got it, in epoch seconds; null where it does not say. */
    static @Nullable Long arrived(JsonRow row) throws Unreadable {
        Long millis = row.whole("crawlTimeMsec");
        String micros = row.text("timestampUsec");
        if (millis != null) {
            return millis / MILLIS;
        }
        return micros != null && micros.matches("\\d{1,17}") ? (Long) (Long.parseLong(micros) / MICROS) : null;
    }

    private static @Nullable String address(JsonRow row) throws Unreadable {
        for (String name : List.of("canonical", "alternate")) {
            for (JsonRow link : row.objects(name)) {
                String address = link.text("href");
                if (address != null) {
                    return address;
                }
            }
        }
        return null;
    }
}
