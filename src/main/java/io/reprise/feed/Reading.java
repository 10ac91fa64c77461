package io.reprise.feed;

import io.reprise.account.UserId;
import io.reprise.history.History;
import io.reprise.scrobble.NowPlaying;
import java.time.InstantSource;
import java.util.function.Function;

/** What links are read from: a user's history with all that was taken in, what is played now, and playlists. */
public record Reading(
        Function<UserId, History> histories, NowPlaying nowPlaying, ListFiles lists, InstantSource clock) {
    History of(Link link) {
        return histories.apply(link.user());
    }

    long now() {
        return clock.instant().getEpochSecond();
    }
}
