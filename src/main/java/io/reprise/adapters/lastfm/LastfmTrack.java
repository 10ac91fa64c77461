package io.reprise.adapters.lastfm;

import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import io.reprise.media.Mention;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A track as Last.fm names it. Its MusicBrainz ids are those of recording and release, and often wrong or empty. */
record LastfmTrack(
        String artist,
        String title,
        @Nullable String album,
        @Nullable String mbid,
        @Nullable String albumMbid) {
    Told playedAt(Times times) throws Unreadable {
        List<ExternalId> ids = new ArrayList<>();
        Mbid.find(mbid == null ? "" : mbid).ifPresent(id -> ids.add(id.as("mb:recording")));
        Mbid.find(albumMbid == null ? "" : albumMbid).ifPresent(id -> ids.add(id.as("mb:release")));
        try {
            return Told.played(new Mention.Song(title, Credit.of(artist, "artist"), album, null, null, ids), times);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }
}
