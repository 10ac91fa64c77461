package io.reprise.adapters.applemusic;

import io.reprise.imports.CsvRow;
import io.reprise.imports.Glance;
import io.reprise.imports.ImportFile;
import io.reprise.scrobble.Unreadable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sings what, from the daily tracks: by day and song, and by song alone where all of them are by one artist. Each
 * is written "Artist - Song"; both may hold a dash, so every way of cutting it is noted.
 */
final class DailyArtists {
    static final String COLUMN = "daily tracks artist";
    private static final String DASH = " - ";
    private static final int SONGS_MAX = 500_000;
    private static final String SEVERAL = "";

    private final Map<String, String> artists = new HashMap<>();

    private DailyArtists() {}

    static DailyArtists none() {
        return new DailyArtists();
    }

    static DailyArtists of(ImportFile dailyTracks) {
        DailyArtists artists = new DailyArtists();
        DailyTracksFile.SHEET.each(dailyTracks, new Glance(), (place, payload) -> artists.note(payload));
        return artists;
    }

    private void note(byte[] payload) {
        try {
            CsvRow row = CsvRow.of(payload, ',');
            String description = row.text("track description");
            String day = row.text("date played");
            if (description != null && artists.size() < SONGS_MAX) {
                for (int at = description.indexOf(DASH); at > 0; at = description.indexOf(DASH, at + 1)) {
                    String song = folded(description.substring(at + DASH.length()));
                    String artist = description.substring(0, at).strip();
                    note(song, artist);
                    note((day == null ? "" : day) + DASH + song, artist);
                }
            }
        } catch (Unreadable e) {
            // The file is read for itself too, and refuses the row there.
            return;
        }
    }

    private void note(String key, String artist) {
        artists.merge(key, artist, (one, other) -> one.equals(other) ? one : SEVERAL);
    }

    /** The artist of this song, played on this day; null where nothing or more than one thing is known. */
    @Nullable
    String of(@Nullable String song, String day) {
        if (song == null) {
            return null;
        }
        String sameDay = artists.get(day + DASH + folded(song));
        String artist = sameDay == null || sameDay.equals(SEVERAL) ? artists.get(folded(song)) : sameDay;
        return artist == null || artist.equals(SEVERAL) ? null : artist;
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
