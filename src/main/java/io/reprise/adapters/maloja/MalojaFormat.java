package io.reprise.adapters.maloja;

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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One scrobble of a Maloja export: {@code time} is the start (or the moment it was told) in epoch seconds and Maloja's
 * own key, {@code duration} the seconds listened, {@code track.length} the song's length.
 */
public final class MalojaFormat implements Format {
    private static final String ARTIST = "artist";
    /** How Maloja writes several artists in one entry of its list. */
    private static final String BULLET = " \u2022 ";

    @Override
    public int code() {
        return 30;
    }

    @Override
    public String word() {
        return "maloja.scrobble";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        JsonRow row = JsonRow.of(payload);
        Long time = row.whole("time");
        if (time == null) {
            throw new Unreadable("time: expected epoch seconds, got nothing");
        }
        JsonRow track = row.object("track");
        if (track == null) {
            throw new Unreadable("track: expected an object, got nothing");
        }
        try {
            return new Told(
                    Verb.PLAYED, song(track), EpochSeconds.started("time", time), spent(row), null, "maloja:" + time);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable Integer spent(JsonRow row) throws Unreadable {
        Integer duration = row.count("duration");
        return duration == null || duration <= 0 ? null : duration;
    }

    private static Mention.Song song(JsonRow track) throws Unreadable {
        List<String> artists = artists(track);
        if (artists.isEmpty()) {
            throw new Unreadable("track.artists: expected at least one name, got none");
        }
        JsonRow album = track.isObject("album") ? track.object("album") : null;
        String release = album == null ? track.text("album") : release(album);
        List<String> by = album == null ? List.of() : artists(album);
        Credit releaseCredit = by.isEmpty() ? null : Credit.ofList(by, ARTIST);
        return new Mention.Song(
                track.needText("title"),
                Credit.ofList(artists, ARTIST),
                release,
                releaseCredit,
                track.count("length"),
                List.of());
    }

    private static @Nullable String release(JsonRow album) throws Unreadable {
        String title = album.text("albumtitle");
        return title != null ? title : album.text("name");
    }

    /**
     * An entry with a bullet holds the whole credit, so it comes first and is taken apart; who is named twice counts
     * once.
     */
    private static List<String> artists(JsonRow of) throws Unreadable {
        List<String> told = of.texts("artists");
        List<String> ordered = new ArrayList<>();
        told.stream()
                .filter(name -> name.contains(BULLET))
                .forEach(name -> ordered.addAll(List.of(name.split(BULLET, -1))));
        told.stream().filter(name -> !name.contains(BULLET)).forEach(ordered::add);
        List<String> names = new ArrayList<>();
        for (String name : ordered) {
            String folded = name.strip().toLowerCase(Locale.ROOT);
            if (!folded.isEmpty()
                    && names.stream()
                            .noneMatch(other -> other.toLowerCase(Locale.ROOT).equals(folded))) {
                names.add(name.strip());
            }
        }
        return names;
    }
}
