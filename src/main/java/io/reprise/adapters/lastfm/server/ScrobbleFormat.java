package io.reprise.adapters.lastfm.server;

import io.reprise.http.FormFields;
import io.reprise.imports.CleanText;
import io.reprise.imports.EpochSeconds;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form fields of one scrobble of {@code track.scrobble} without their index, or those of
 * {@code track.updateNowPlaying}; {@code timestamp} is the start in epoch seconds, {@code duration} the song's length
 * in seconds. Without a timestamp it is now.
 */
public final class ScrobbleFormat implements Format {
    private static final String ARTIST = "artist";

    @Override
    public int code() {
        return 24;
    }

    @Override
    public String word() {
        return "lastfm.scrobble";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        FormFields fields = FormFields.parse(new String(payload, StandardCharsets.UTF_8));
        String artist = CleanText.orNull(ARTIST, fields.get(ARTIST));
        if (artist == null) {
            throw new Unreadable("artist: expected text, got nothing");
        }
        String albumArtist = lenient(fields, "albumArtist");
        List<ExternalId> ids = new ArrayList<>();
        Mbid.find(fields.text("mbid")).ifPresent(id -> ids.add(id.as("mb:recording")));
        String timestamp = fields.text("timestamp");
        Times times = timestamp.isEmpty()
                ? Times.NOW
                : EpochSeconds.started("timestamp", EpochSeconds.told("timestamp", timestamp));
        try {
            return Told.played(
                    new Mention.Song(
                            title(fields),
                            Credit.of(artist, ARTIST),
                            lenient(fields, "album"),
                            albumArtist == null ? null : Credit.of(albumArtist, ARTIST),
                            fields.rounded("duration"),
                            ids),
                    times);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    /** What is not needed is not told where it is no text: the scrobble stands. */
    private static @Nullable String lenient(FormFields fields, String name) throws Unreadable {
        return fields.text(name).indexOf('\0') >= 0 ? null : CleanText.orNull(name, fields.get(name));
    }

    private static String title(FormFields fields) throws Unreadable {
        String title = CleanText.orNull("track", fields.get("track"));
        if (title == null) {
            throw new Unreadable("track: expected text, got nothing");
        }
        return title;
    }
}
