package io.reprise.adapters.lastfm;

import io.reprise.imports.JsonRow;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * One track as {@code user.getRecentTracks} answered it to us. It reads as {@link GhanJsonFormat} does, and its second
 * is its id: Last.fm promises one scrobble a second, so a scrobble that was edited there is the same one.
 */
public final class RecentTrackFormat implements Format {
    private final GhanJsonFormat track = new GhanJsonFormat();

    @Override
    public int code() {
        return 13;
    }

    @Override
    public String word() {
        return "lastfm.track";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        Told told = track.decode(payload);
        JsonRow date = JsonRow.of(payload).object("date");
        return new Told(told.verb(), told.mention(), told.times(), null, null, id(date));
    }

    private static @Nullable String id(@Nullable JsonRow date) throws Unreadable {
        String second = date == null ? null : date.text("uts");
        return second == null || !second.strip().matches("\\d{1,18}") ? null : second.strip();
    }
}
