package io.reprise.adapters.pyscrobbler;

import io.reprise.account.UserId;
import io.reprise.http.Problem;
import io.reprise.media.MediaKind;
import io.reprise.rating.Rated;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.Playing;
import io.reprise.scrobble.Verb;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What a rating or a tag is about: the item that plays now, else the one that was started last and has not been ended
 * since (within a day); else a problem 409 in pyscrobbler's words.
 */
final class CurrentItem {
    private static final long STARTED_SECONDS_MAX = 86_400;

    private final NowPlaying nowPlaying;
    private final Recent recent;
    private final InstantSource clock;

    CurrentItem(NowPlaying nowPlaying, Recent recent, InstantSource clock) {
        this.nowPlaying = nowPlaying;
        this.recent = recent;
        this.clock = clock;
    }

    Rated find(UserId user, MediaKind kind) {
        List<Fresh> scrobbles = recent.scrobbles(new Recent.Ask(user, kind, 1, null));
        Optional<Fresh> started = scrobbles.stream().filter(this::isRunning).findFirst();
        Optional<Playing> playing = nowPlaying.of(user).stream()
                .filter(now -> now.told().mention().kind() == kind)
                .findFirst();
        if (playing.isPresent()) {
            return of(playing.get(), started);
        }
        return started.map(this::of).orElseThrow(() -> nothing(kind, scrobbles.isEmpty()));
    }

    private boolean isRunning(Fresh fresh) {
        Verb verb = fresh.told().verb();
        long since = clock.instant().getEpochSecond() - fresh.scrobble().receivedAt();
        return (verb == Verb.START || verb == Verb.PROGRESS) && since <= STARTED_SECONDS_MAX;
    }

    private Rated of(Playing playing, Optional<Fresh> started) {
        long scrobble = started.filter(fresh -> fresh.told()
                        .mention()
                        .identity()
                        .equals(playing.told().mention().identity()))
                .map(fresh -> fresh.scrobble().number())
                .orElse(0L);
        return Rated.of(playing.told().mention(), scrobble, position(playing.since()));
    }

    private Rated of(Fresh fresh) {
        Long at = fresh.scrobble().at();
        return Rated.of(
                fresh.told().mention(),
                fresh.scrobble().number(),
                position(at == null ? fresh.scrobble().receivedAt() : at));
    }

    private double position(long since) {
        return Math.max(0, clock.instant().getEpochSecond() - since);
    }

    private static RuntimeException nothing(MediaKind kind, boolean isEmpty) {
        String one = kind == MediaKind.SONG ? "track" : kind.word();
        String many = kind == MediaKind.SONG ? "tracks" : kind.plural();
        String detail = isEmpty ? "There are no " + one + " scrobs" : "There are no " + many + " in reproduction";
        return Problem.of(409, detail)
                .expected("a scrob with the state started, before it is rated or tagged")
                .raised();
    }
}
