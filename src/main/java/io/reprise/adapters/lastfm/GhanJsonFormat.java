package io.reprise.adapters.lastfm;

import io.reprise.imports.JsonRow;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * One track of an answer to Last.fm's {@code user.getRecentTracks}: names stand under {@code #text} (or {@code name} in
 * the extended form), the start under {@code date.uts} as a text of epoch seconds (UTC).
 */
public final class GhanJsonFormat implements Format {
    @Override
    public int code() {
        return 11;
    }

    @Override
    public String word() {
        return "lastfm.json";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        JsonRow row = JsonRow.of(payload);
        String artist = name(row, "artist");
        if (artist == null) {
            throw new Unreadable("artist: expected a name, got nothing");
        }
        JsonRow date = row.object("date");
        if (date == null) {
            throw new Unreadable("date: expected the time of the play, got nothing");
        }
        LastfmTrack track =
                new LastfmTrack(artist, row.needText("name"), name(row, "album"), row.text("mbid"), mbid(row, "album"));
        return track.playedAt(LastfmTime.of(date.text("uts"), date.text("#text")));
    }

    private static @Nullable String name(JsonRow row, String field) throws Unreadable {
        if (!row.isObject(field)) {
            return row.text(field);
        }
        JsonRow named = row.object(field);
        String text = named == null ? null : named.text("#text");
        return text != null || named == null ? text : named.text("name");
    }

    private static @Nullable String mbid(JsonRow row, String field) throws Unreadable {
        JsonRow named = row.isObject(field) ? row.object(field) : null;
        return named == null ? null : named.text("mbid");
    }
}
