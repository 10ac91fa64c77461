package io.reprise.adapters.lastfm;

import io.reprise.imports.HistorySource;
import io.reprise.imports.JsonRow;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.Opined;
import io.reprise.rating.Loves;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An answer to {@code user.getLovedTracks}: newest first, each with the second at which it was loved. */
final class LovedTracks {
    private LovedTracks() {}

    static HistorySource.Opinions read(byte[] body) throws Unreadable {
        JsonNode loved = RecentTracks.tree(body).path("lovedtracks");
        if (!loved.isObject()) {
            throw new Unreadable("expected lovedtracks, got " + RecentTracks.shown(body));
        }
        List<Opined> opined = new ArrayList<>();
        int unreadable = 0;
        for (byte[] track : JsonSlicer.elements(body, "lovedtracks.track[]")) {
            try {
                opined.add(one(JsonRow.of(track)));
            } catch (Unreadable | IllegalArgumentException e) {
                unreadable++;
            }
        }
        JsonNode attributes = loved.path("@attr");
        boolean isLast = RecentTracks.count(attributes, "page") >= RecentTracks.count(attributes, "totalPages");
        return new HistorySource.Opinions(opined, unreadable, isLast || opined.isEmpty());
    }

    private static Opined one(JsonRow track) throws Unreadable {
        JsonRow artist = track.isObject("artist") ? track.object("artist") : null;
        String named = artist == null ? track.text("artist") : artist.text("name");
        String name = named == null && artist != null ? artist.text("#text") : named;
        if (name == null) {
            throw new Unreadable("artist: expected a name, got nothing");
        }
        JsonRow date = track.object("date");
        Long second = date == null ? null : date.whole("uts");
        LastfmTrack song = new LastfmTrack(name, track.needText("name"), null, track.text("mbid"), null);
        return Opined.loved(song.playedAt(Times.UNKNOWN).mention(), Loves.LOVED, second == null ? 0 : second);
    }
}
