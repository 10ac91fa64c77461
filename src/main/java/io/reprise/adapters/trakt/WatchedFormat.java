package io.reprise.adapters.trakt;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.JsonRow;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;

/**
 * One entry of Trakt's history: a film or an episode, seen to its end at {@code watched_at} (UTC). What a person
 * entered by hand is exact to the minute; a time in 1970 means that nobody knows when. Trakt's {@code id} is its key.
 */
public final class WatchedFormat implements Format {
    private static final int MINUTE_SECONDS = 60;

    @Override
    public int code() {
        return 122;
    }

    @Override
    public String word() {
        return "trakt.history";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        JsonRow row = JsonRow.of(payload);
        long second = EpochSeconds.second("watched_at", row.needText("watched_at"));
        boolean isByHand = !"scrobble".equals(row.text("action")) && second % MINUTE_SECONDS == 0;
        Times times = EpochSeconds.isUnset(second)
                ? Times.UNKNOWN
                : new Times(null, second, isByHand ? Precision.MINUTE : Precision.INSTANT, null);
        Long id = row.whole("id");
        try {
            String key = id == null ? null : "trakt:" + id;
            return new Told(Verb.PLAYED, TraktItem.mention(row), times, null, null, key);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }
}
