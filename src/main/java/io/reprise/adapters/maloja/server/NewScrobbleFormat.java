package io.reprise.adapters.maloja.server;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.JsonRow;
import io.reprise.media.Credit;
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
 * What was sent to {@code newscrobble}, as a JSON object without its key: {@code artist} or {@code artists},
 * {@code title}, {@code album}, {@code albumartists}, {@code time} (start, epoch seconds; now where it is not told),
 * {@code duration} (seconds listened), {@code length} (the song's).
 */
public final class NewScrobbleFormat implements Format {
    private static final String ARTIST = "artist";

    @Override
    public int code() {
        return 26;
    }

    @Override
    public String word() {
        return "maloja.newscrobble";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        JsonRow row = JsonRow.of(payload);
        List<String> artists = texts(row, "artist", "artists", "artists[]");
        if (artists.isEmpty()) {
            throw new Unreadable("artist: expected text, got nothing");
        }
        List<String> albumArtists = texts(row, "albumartist", "albumartists", "albumartists[]");
        try {
            Mention.Song song = new Mention.Song(
                    row.needText("title"),
                    Credit.ofList(artists, ARTIST),
                    row.text("album"),
                    albumArtists.isEmpty() ? null : Credit.ofList(albumArtists, ARTIST),
                    row.count("length"),
                    List.of());
            return new Told(Verb.PLAYED, song, times(row), positive(row.count("duration")), null, null);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable Integer positive(@Nullable Integer seconds) {
        return seconds == null || seconds <= 0 ? null : seconds;
    }

    private static Times times(JsonRow row) throws Unreadable {
        Double time = row.number("time");
        return time == null
                ? Times.NOW
                : EpochSeconds.started("time", EpochSeconds.told("time", Long.toString(time.longValue())));
    }

    private static List<String> texts(JsonRow row, String... names) throws Unreadable {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            for (String text : row.texts(name)) {
                if (!texts.contains(text.strip())) {
                    texts.add(text.strip());
                }
            }
        }
        return texts;
    }
}
