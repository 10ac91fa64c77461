package io.reprise.adapters.musicbrainz.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The index of songs. A song is named by its place, a credit by its number; the titles of a credit are numbered without
 * gaps and sorted by their hash. Thread-safe.
 */
final class SongIndex {
    private static final int TITLE_BYTES = 16;
    private static final int UNIT = 8;
    private static final int FIXED_BYTES = 46;
    private static final int NONE = -1;

    private final Bytes songs;
    private final Bytes titles;
    private final Bytes names;
    private final KeyTable credits;
    private final KeyTable recordings;
    private final KeyTable artists;
    private final KeyTable romanised;
    private final int titleCount;
    private final long scoreMax;

    SongIndex(IndexFile file) {
        songs = file.section(0);
        titles = file.section(1);
        names = file.section(2);
        credits = new KeyTable(file.section(3));
        recordings = new KeyTable(file.section(4));
        artists = new KeyTable(file.section(5));
        romanised = new KeyTable(file.section(6));
        scoreMax = Math.max(1, file.section(7).longAt(0));
        titleCount = (int) (titles.size() / TITLE_BYTES);
    }

    long scoreMax() {
        return scoreMax;
    }

    /** Adds the credits that fold to this name. */
    void creditsOf(String folded, Places into) {
        long key = LookupText.hash(folded);
        for (int at = credits.first(key); credits.isAt(at, key) && !into.isFull(); at++) {
            into.add(at);
        }
    }

    /** Adds the credits in which this artist is named. */
    void creditsOf(UUID artist, Places into) {
        long key = artist.getMostSignificantBits();
        for (int at = artists.first(key); artists.isAt(at, key) && !into.isFull(); at++) {
            into.add(artists.intAt(at, 0));
        }
    }

    SongCreditAndTitles credit(int number) {
        long name = (credits.intAt(number, 4) & 0xFFFF_FFFFL) * UNIT;
        int count = names.byteAt(name);
        int length = names.shortAt(name + 1);
        List<UUID> by = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            by.add(names.uuidAt(name + 3 + (long) i * Uuids.BYTES));
        }
        String text = names.textAt(name + 3 + (long) count * Uuids.BYTES, length);
        return new SongCreditAndTitles(new Song.SongCredit(text, by), firstTitle(number), firstTitle(number + 1));
    }

    /** A credit, its first title, and the first one of the next credit. */
    record SongCreditAndTitles(Song.SongCredit credit, int from, int to) {}

    int firstTitle(int credit) {
        return credit == credits.count() ? titleCount : credits.intAt(credit, 0);
    }

    long signature(int title) {
        return titles.longAt((long) title * TITLE_BYTES + 4);
    }

    int songOf(int title) {
        return titles.intAt((long) title * TITLE_BYTES + 12);
    }

    /** Adds the songs of a credit whose title folds to exactly this. */
    void titled(int credit, String folded, Places into) {
        int hash = (int) LookupText.hash(folded);
        int end = firstTitle(credit + 1);
        int low = firstTitle(credit);
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Integer.compareUnsigned(titleHash(middle), hash) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int at = low; at < end && titleHash(at) == hash && !into.isFull(); at++) {
            int song = songOf(at);
            if (LookupText.fold(title(song)).equals(folded)) {
                into.add(song);
            }
        }
    }

    private int titleHash(int title) {
        return titles.intAt((long) title * TITLE_BYTES);
    }

    /** Adds the songs that the dump spells like this in Latin letters, credit and title together. */
    void romanised(String folded, Places into) {
        long key = LookupText.hash(folded);
        for (int at = romanised.first(key); romanised.isAt(at, key) && !into.isFull(); at++) {
            into.add(romanised.intAt(at, 0));
        }
    }

    /** The song of this MBID, or -1. */
    int of(UUID mbid) {
        long key = mbid.getMostSignificantBits();
        for (int at = recordings.first(key); recordings.isAt(at, key); at++) {
            int song = recordings.intAt(at, 0);
            if (songs.longAt(place(song) + Long.BYTES) == mbid.getLeastSignificantBits()) {
                return song;
            }
        }
        return NONE;
    }

    private static long place(int song) {
        return (song & 0xFFFF_FFFFL) * UNIT;
    }

    String title(int song) {
        long at = place(song);
        return songs.textAt(at + FIXED_BYTES, songs.shortAt(at + 42));
    }

    Song song(int song) {
        long at = place(song);
        int title = songs.shortAt(at + 42);
        return new Song(
                songs.uuidAt(at),
                songs.textAt(at + FIXED_BYTES, title),
                credit(songs.intAt(at + 32)).credit(),
                songs.uuidAt(at + 16),
                songs.textAt(at + FIXED_BYTES + title, songs.shortAt(at + 44)),
                songs.intAt(at + 36),
                songs.shortAt(at + 40));
    }
}
