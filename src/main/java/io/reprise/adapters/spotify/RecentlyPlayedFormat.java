package io.reprise.adapters.spotify;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.JsonRow;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of Spotify's {@code recently-played}: a track, and {@code played_at}, which is the moment it ended (UTC).
 * How long it played is not told; Spotify lists what played for at least 30 seconds.
 */
public final class RecentlyPlayedFormat implements Format {
    private static final String ARTIST = "artist";
    private static final double SECOND_MILLIS = 1000;

    @Override
    public int code() {
        return 123;
    }

    @Override
    public String word() {
        return "spotify.recent";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        JsonRow row = JsonRow.of(payload);
        JsonRow track = row.object("track");
        if (track == null) {
            throw new Unreadable("track: expected an object, got nothing");
        }
        String at = row.needText("played_at");
        Times times = Times.ended(EpochSeconds.second("played_at", at));
        try {
            return new Told(Verb.PLAYED, song(track), times, null, null, at + " " + track.text("id"));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static Mention song(JsonRow track) throws Unreadable {
        JsonRow album = track.object("album");
        Double millis = track.number("duration_ms");
        Credit by = album == null ? Credit.NONE : Credit.ofList(names(album), ARTIST);
        return new Mention.Song(
                track.needText("name"),
                Credit.ofList(names(track), ARTIST),
                album == null ? null : album.text("name"),
                by.isNone() ? null : by,
                millis == null ? null : (Integer) (int) Math.round(millis / SECOND_MILLIS),
                ids(track));
    }

    private static List<String> names(JsonRow of) throws Unreadable {
        List<String> names = new ArrayList<>();
        for (JsonRow artist : of.objects("artists")) {
            String name = artist.text("name");
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private static List<ExternalId> ids(JsonRow track) throws Unreadable {
        List<ExternalId> ids = new ArrayList<>();
        JsonRow outside = track.object("external_ids");
        add(ids, "spotify:track", track.text("id"));
        add(ids, "isrc", outside == null ? null : outside.text("isrc"));
        return ids;
    }

    private static void add(List<ExternalId> ids, String scheme, @Nullable String value) {
        if (value != null && value.matches("[0-9A-Za-z]{12,22}")) {
            ids.add(new ExternalId(scheme, value));
        }
    }
}
