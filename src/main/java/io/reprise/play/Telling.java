package io.reprise.play;

import io.reprise.catalog.Finder;
import io.reprise.media.MediaKind;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Scrobble;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Verb;
import org.jspecify.annotations.Nullable;

/**
 * One scrobble as the rules see it. {@code at} is when it began (or {@link Play#UNDATED}), {@code moment} when it was
 * told of: the end where one was told, else the begin. The length is kept for pieces only. {@code reached} says whether
 * position or time spent completes the item; {@code run} is the import run that brought it, 0 for none.
 */
record Telling(
        long number,
        MediaKind kind,
        Verb verb,
        Precision precision,
        long at,
        long moment,
        @Nullable Long ended,
        int day,
        int origin,
        int item,
        int container,
        @Nullable Integer seconds,
        @Nullable Integer length,
        boolean reached,
        int run) {

    /** A plain play that was stored before; all that the rules need of it stands in its row. */
    static Telling ofPlayed(Play play, Scrobble scrobble, MediaKind kind) {
        Long ended = scrobble.ended();
        return new Telling(
                play.number(),
                kind,
                Verb.PLAYED,
                play.precision(),
                play.at(),
                ended == null ? play.at() : ended,
                ended,
                play.day(),
                play.origin(),
                play.item(),
                play.container(),
                play.seconds(),
                null,
                true,
                scrobble.run());
    }

    static Telling of(Fresh fresh, Finder.Found found, int day) {
        Scrobble scrobble = fresh.scrobble();
        Told told = fresh.told();
        long at = scrobble.at() == null ? Play.UNDATED : scrobble.at();
        Long ended = scrobble.ended();
        return new Telling(
                scrobble.number(),
                told.mention().kind(),
                scrobble.verb(),
                scrobble.precision(),
                at,
                ended == null ? at : ended,
                ended,
                day,
                scrobble.origin(),
                found.item(),
                found.container(),
                spent(told, at, ended),
                scrobble.verb() == Verb.PLAYED ? null : told.mention().length(),
                scrobble.verb() != Verb.SKIP && Completion.isReached(told),
                scrobble.run());
    }

    /** The seconds spent: as told, else from start to end, else (for a whole play) the item's length. */
    private static @Nullable Integer spent(Told told, long at, @Nullable Long ended) {
        if (told.activeSeconds() != null) {
            return told.activeSeconds();
        }
        if (told.position() != null && told.position().seconds() != null) {
            return told.position().seconds();
        }
        if (ended != null && at != Play.UNDATED && ended > at && ended - at < Integer.MAX_VALUE) {
            return (int) (ended - at);
        }
        return told.verb() == Verb.PLAYED || told.verb() == Verb.FINISH
                ? told.mention().length()
                : null;
    }

    boolean hasTime() {
        return precision.hasTime() && at != Play.UNDATED;
    }

    Play judged(Reason reason, @Nullable Long partOf) {
        return new Play(number, at, item, container, seconds, day, origin, precision, reason, partOf);
    }
}
