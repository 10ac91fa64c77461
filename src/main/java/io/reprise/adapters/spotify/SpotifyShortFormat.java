package io.reprise.adapters.spotify;

import io.reprise.imports.EpochSeconds;
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

/**
 * One row of Spotify's short history: {@code endTime} is the minute of the end (UTC), written {@code 2026-01-01 20:47}.
 * Why it ended is not told, so a song under 30 seconds is a skip, and a podcast is a stretch of listening.
 */
public final class SpotifyShortFormat implements Format {
    private static final long SKIP_BELOW_MILLIS = 30_000;

    @Override
    public int code() {
        return 21;
    }

    @Override
    public String word() {
        return "spotify.short";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        JsonRow row = JsonRow.of(payload);
        Long played = row.whole("msPlayed");
        long millis = played == null ? 0 : Math.max(0, played);
        String minute = row.needText("endTime").strip();
        long end = EpochSeconds.second("endTime", minute.length() == 16 ? minute + ":00Z" : minute);
        Times times = new Times(end - millis / 1000, end, Precision.MINUTE, null);
        int seconds = (int) Math.min(Integer.MAX_VALUE, millis / 1000);
        try {
            Mention mention = mention(row);
            Verb verb = mention instanceof Mention.Podcast
                    ? Verb.STOP
                    : millis < SKIP_BELOW_MILLIS ? Verb.SKIP : Verb.PLAYED;
            return new Told(verb, mention, times, seconds, null, minute + " " + mention.identity() + " " + millis);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static Mention mention(JsonRow row) throws Unreadable {
        String episode = row.text("episodeName");
        if (episode != null) {
            return new Mention.Podcast(episode, row.needText("podcastName"), Credit.NONE, null, List.of());
        }
        Credit credit = Credit.of(row.needText("artistName"), "artist");
        return new Mention.Song(row.needText("trackName"), credit, null, null, null, List.of());
    }
}
