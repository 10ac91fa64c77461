package io.reprise.adapters.koito;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.JsonRow;
import io.reprise.media.Credit;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.ArrayList;
import java.util.List;

/**
 * One listen as Koito's {@code GET /apis/web/v1/listens} tells it: {@code time} (RFC 3339) is the start, the track has
 * a title, its artists and Koito's own number; releases, lengths and MusicBrainz ids are not told. Its key is what
 * Koito's is: the time and the number of the track.
 */
public final class KoitoListenFormat implements Format {
    @Override
    public int code() {
        return 121;
    }

    @Override
    public String word() {
        return "koito.listen";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        JsonRow row = JsonRow.of(payload);
        JsonRow track = row.object("track");
        if (track == null) {
            throw new Unreadable("track: expected an object, got nothing");
        }
        long second = EpochSeconds.second("time", row.needText("time"));
        List<String> artists = new ArrayList<>();
        for (JsonRow artist : track.objects("artists")) {
            artists.add(artist.needText("name"));
        }
        if (artists.isEmpty()) {
            throw new Unreadable("track.artists: expected at least one, got none");
        }
        Long id = track.whole("id");
        try {
            Mention song = new Mention.Song(
                    track.needText("title"), Credit.ofList(artists, "artist"), null, null, null, List.of());
            String key = id == null ? null : "koito:" + second + ":" + id;
            return new Told(Verb.PLAYED, song, EpochSeconds.started("time", second), null, null, key);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }
}
