package io.reprise.adapters.lastfm.server;

import io.reprise.account.User;
import io.reprise.history.Histories;
import io.reprise.history.History;
import io.reprise.media.MediaKind;
import io.reprise.play.Aggregator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A user's history as Last.fm shows it: songs alone. What was scrobbled before the question is in it. Thread-safe. */
final class Songs {
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private final Aggregator aggregator;
    private final Histories histories;

    Songs(Aggregator aggregator, Histories histories) {
        this.aggregator = aggregator;
        this.histories = histories;
    }

    History of(User user) {
        aggregator.catchUp(user.id());
        return histories.of(user.id());
    }

    /** Whether this play has a time and is one of a song. */
    static boolean isDated(History history, int index) {
        return history.at(index) != History.UNDATED
                && history.names().kindCode(history.item(index)) == MediaKind.SONG.code();
    }

    /** A time in words, UTC, as {@code 9 Jun 2008, 17:16}. */
    static String words(long second) {
        return WORDS.format(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
    }

    static Element date(long second) {
        return Element.text("date", words(second)).attribute("uts", Long.toString(second));
    }
}
