package io.reprise.relay;

import io.reprise.account.UserId;
import io.reprise.job.EndedJobs;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.play.Play;
import io.reprise.play.Plays;
import io.reprise.rating.Opinion;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Ratings;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Scrobble;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads events out of the books of the other rooms. Stateless but for the log's formats; thread-safe. */
final class Books {
    /** How often a part of a part is followed. */
    private static final int PARTS_DEEP_MAX = 4;

    private static final Origin UNKNOWN = new Origin("unknown", "", "");

    private final ScrobbleLog log;

    Books(ScrobbleLog log) {
        this.log = log;
    }

    ScrobbleLog log() {
        return log;
    }

    /** The play of this scrobble, or the one that stands for it by now; empty where none counts (any more). */
    Optional<Event.Play> play(Tx tx, UserId user, long number) throws SQLException {
        long at = number;
        for (int deep = 0; deep < PARTS_DEEP_MAX; deep++) {
            Optional<ScrobbleLog.Entry> entry = log.find(tx, user, at);
            if (entry.isEmpty() || !(entry.get() instanceof ScrobbleLog.Entry.Read(Fresh fresh, byte[] payload))) {
                return Optional.empty();
            }
            Play play = Plays.of(tx, fresh.scrobble()).orElse(null);
            if (play == null) {
                return Optional.empty();
            }
            if (play.isCounted()) {
                return Optional.of(event(fresh, play, log.origins(tx, user)));
            }
            Long whole = play.partOf();
            if (whole == null) {
                return Optional.empty();
            }
            at = whole;
        }
        return Optional.empty();
    }

    static Event.Play event(Fresh fresh, Play play, Map<Integer, Origin> origins) {
        return new Event.Play(fresh.scrobble(), fresh.told(), play, origins.getOrDefault(play.origin(), UNKNOWN));
    }

    /** The event with its item, and with what it ends where it is an undo. */
    Event.Rating rating(Tx tx, UserId user, RatingEvent event) throws SQLException {
        if (event.about().sort() != Rated.Sort.ITEM) {
            // Others know love and hate of items alone.
            return new Event.Rating(event, null, Feeling.NONE);
        }
        Feeling feeling = Feeling.of(event.opinion());
        if (event.opinion() instanceof Opinion.Undo(long undone)) {
            boolean wasFelt = Ratings.find(tx, user, undone)
                    .map(before -> Feeling.of(before.opinion()))
                    .filter(before -> before == Feeling.LOVED || before == Feeling.HATED)
                    .isPresent();
            feeling = wasFelt ? Feeling.CLEARED : Feeling.NONE;
        }
        return new Event.Rating(event, item(tx, user, event.about()), feeling);
    }

    /** As the scrobble told it; a song that was rated without one, by the names that were rated. */
    private @Nullable Mention item(Tx tx, UserId user, Rated about) throws SQLException {
        if (about.scrobble() != 0
                && log.find(tx, user, about.scrobble()).orElse(null)
                        instanceof ScrobbleLog.Entry.Read(Fresh fresh, byte[] payload)) {
            return fresh.told().mention();
        }
        ExternalId id = about.id();
        return about.kind() == MediaKind.SONG && !about.credit().isBlank()
                ? new Mention.Song(
                        about.title(),
                        Credit.of(about.credit(), "artist"),
                        null,
                        null,
                        null,
                        id == null ? List.of() : List.of(id))
                : null;
    }

    Optional<Event.Rating> rating(Tx tx, UserId user, long number) throws SQLException {
        Optional<RatingEvent> event = Ratings.find(tx, user, number);
        return event.isEmpty() ? Optional.empty() : Optional.of(rating(tx, user, event.get()));
    }

    static Optional<Event.JobEnded> job(Tx tx, UserId user, long number) {
        return EndedJobs.after(tx, user, number - 1, 1).stream()
                .filter(ended -> ended.number() == number)
                .map(Event.JobEnded::of)
                .findFirst();
    }

    /** The live scrobbles among these, and the imported ones: which run they came with. */
    static boolean isLive(@Nullable Scrobble scrobble) {
        return scrobble != null && scrobble.run() == 0;
    }

    /** The last number of each book, for a target that begins now. */
    Target.Read now(Tx tx, UserId user) throws SQLException {
        return new Target.Read(log.last(tx, user), Ratings.last(tx, user), EndedJobs.last(tx, user));
    }

    /** The entries of the log after this number that have been read as plays, at most {@code limit}. */
    List<ScrobbleLog.Entry> readable(Tx tx, UserId user, long after, int limit) throws SQLException {
        long derived = io.reprise.play.CountedPlays.version(tx, user).derived();
        long upTo = Math.min(derived, after + limit);
        return upTo <= after ? List.of() : log.between(tx, user, after, upTo);
    }
}
