package io.reprise.adapters.spotify;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.JsonRow;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of Spotify's extended history: a song, an episode of a podcast, or a stretch of an audio book. {@code ts} is
 * the end (UTC) and {@code ms_played} how long it played, so the start is the difference. A song that played under 30
 * seconds and did not run to its end is a skip, by the rule of ListenBrainz' importer.
 */
public final class SpotifyPlayFormat implements Format {
    private static final long SKIP_BELOW_MILLIS = 30_000;
    private static final long OFFLINE_DRIFT_SECONDS = 600;
    private static final long FIRST_MILLISECOND_STAMP = 100_000_000_000L;
    private static final String DONE = "trackdone";
    private static final Set<String> BROKEN_OFF = Set.of(
            "fwdbtn",
            "backbtn",
            "clickrow",
            "clickside",
            "endplay",
            "playbtn",
            "remote",
            "logout",
            "popup",
            "trackerror",
            "unexpected-exit",
            "unexpected-exit-while-paused",
            "unknown",
            "");

    @Override
    public int code() {
        return 20;
    }

    @Override
    public String word() {
        return "spotify.extended";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        JsonRow row = JsonRow.of(payload);
        try {
            return told(row);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static Told told(JsonRow row) throws Unreadable {
        Mention mention = mention(row);
        Long played = row.whole("ms_played");
        long millis = played == null ? 0 : Math.max(0, played);
        String ts = row.needText("ts");
        Times times = times(row, EpochSeconds.second("ts", ts), millis);
        int seconds = (int) Math.min(Integer.MAX_VALUE, millis / 1000);
        // One play can stand in two files of an export; only these three are written alike in both.
        String id = ts + " " + uri(row) + " " + millis;
        return new Told(verb(row, mention, millis), mention, times, seconds, null, id);
    }

    private static Mention mention(JsonRow row) throws Unreadable {
        String track = row.text("master_metadata_track_name");
        String episode = row.text("episode_name");
        String book = row.text("audiobook_title");
        if (track != null) {
            Credit credit = credit(row.text("master_metadata_album_artist_name"));
            String release = row.text("master_metadata_album_album_name");
            return new Mention.Song(
                    track, credit, release, null, null, ids("spotify:track", row.text("spotify_track_uri")));
        }
        if (episode != null) {
            String show = row.needText("episode_show_name");
            return new Mention.Podcast(
                    episode, show, Credit.NONE, null, ids("spotify:episode", row.text("spotify_episode_uri")));
        }
        if (book != null) {
            return new Mention.Book(book, Credit.NONE, null, null, ids("spotify:audiobook", row.text("audiobook_uri")));
        }
        throw new Unreadable(
                "expected master_metadata_track_name, episode_name or audiobook_title, got none: Spotify no longer"
                        + " says what " + uri(row) + " was");
    }

    private static Credit credit(@Nullable String artist) {
        return artist == null ? Credit.NONE : Credit.of(artist, "artist");
    }

    private static List<ExternalId> ids(String scheme, @Nullable String uri) {
        List<ExternalId> ids = new ArrayList<>();
        String id = uri == null ? "" : uri.substring(uri.lastIndexOf(':') + 1).strip();
        if (id.matches("[0-9A-Za-z]{22}")) {
            ids.add(new ExternalId(scheme, id));
        }
        return ids;
    }

    private static String uri(JsonRow row) throws Unreadable {
        for (String field :
                List.of("spotify_track_uri", "spotify_episode_uri", "audiobook_chapter_uri", "audiobook_uri")) {
            String uri = row.text(field);
            if (uri != null) {
                return uri;
            }
        }
        return "an unnamed item";
    }

    /**
     * Plays without a connection are reported later: where {@code ts} lies far behind the time the device noted for its
     * start, the device is believed. That stamp is in seconds or, in older exports, in milliseconds.
     */
    private static Times times(JsonRow row, long end, long millis) throws Unreadable {
        long start = end - Math.ceilDiv(millis, 1000);
        Long noted = row.has("offline") && row.flag("offline") ? row.whole("offline_timestamp") : null;
        if (noted != null && noted > 0) {
            long device = noted >= FIRST_MILLISECOND_STAMP ? noted / 1000 : noted;
            if (!EpochSeconds.isUnset(device) && device < start - OFFLINE_DRIFT_SECONDS) {
                return new Times(device, device + Math.ceilDiv(millis, 1000), Precision.INSTANT, null);
            }
        }
        return new Times(start, end, Precision.INSTANT, null);
    }

    private static Verb verb(JsonRow row, Mention mention, long millis) throws Unreadable {
        String reason = row.text("reason_end");
        if (mention instanceof Mention.Song) {
            boolean brokenOff = row.flag("skipped") || BROKEN_OFF.contains(reason == null ? "" : reason);
            return millis == 0 || (millis < SKIP_BELOW_MILLIS && brokenOff) ? Verb.SKIP : Verb.PLAYED;
        }
        return mention instanceof Mention.Podcast && DONE.equals(reason) ? Verb.PLAYED : Verb.STOP;
    }
}
