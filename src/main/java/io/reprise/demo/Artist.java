package io.reprise.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose albums are played: from {@code found} on, not between {@code dropped} and {@code rediscovered} (never
 * again where that is null).
 */
record Artist(
        String name,
        int genre,
        double popularity,
        LocalDate found,
        @Nullable LocalDate dropped,
        @Nullable LocalDate rediscovered,
        List<Album> albums) {
    private static final double POPULARITY_EXPONENT = 1.05;
    /** Softens the very top, as in real histories. */
    private static final int RANKS_AHEAD = 4;

    private static final int ONE_SONG_EVERY = 23;
    private static final double ONE_SONG_POPULARITY_MAX = 0.02;
    private static final int SONG_SECONDS_MIN = 128;
    private static final int SONG_SECONDS_SPREAD = 215;

    /** Songs in the order of the album. */
    record Album(String title, LocalDate found, List<Song> songs) {}

    /** A song and its length in seconds. */
    record Song(String title, int seconds) {}

    static Artist make(int rank, Invention invention) {
        Random random = invention.random();
        LocalDate begin = invention.begin();
        int days = invention.days();
        LocalDate found = random.nextInt(3) == 0 ? begin : begin.plusDays(random.nextInt(days));
        boolean isDropped = random.nextInt(6) == 0;
        LocalDate dropped = isDropped ? found.plusDays(120 + random.nextInt(700)) : null;
        LocalDate again =
                dropped != null && random.nextInt(2) == 0 ? dropped.plusDays(600 + random.nextInt(900)) : null;
        List<Album> albums = new ArrayList<>();
        int count = 1 + random.nextInt(rank < 40 ? 7 : 3);
        for (int i = 0; i < count; i++) {
            LocalDate known = i == 0 ? found : found.plusDays(random.nextInt(days));
            albums.add(new Album(invention.names().work(), known, songs(invention)));
        }
        String name = invention.names().artist();
        return new Artist(
                name,
                Almanac.genre(name),
                1 / Math.pow(RANKS_AHEAD + rank, POPULARITY_EXPONENT),
                found,
                dropped,
                again,
                List.copyOf(albums));
    }

    private static List<Song> songs(Invention invention) {
        List<Song> songs = new ArrayList<>();
        int count = 8 + invention.random().nextInt(7);
        for (int i = 0; i < count; i++) {
            songs.add(new Song(
                    invention.names().phrase(),
                    SONG_SECONDS_MIN + invention.random().nextInt(SONG_SECONDS_SPREAD)));
        }
        return List.copyOf(songs);
    }

    /** Whether one song of theirs is known, and no other. */
    boolean isKnownByOneSong() {
        return popularity < ONE_SONG_POPULARITY_MAX && Math.floorMod(name.hashCode(), ONE_SONG_EVERY) == 0;
    }

    boolean isLiked(LocalDate day) {
        if (day.isBefore(found)) {
            return false;
        }
        boolean isGone = dropped != null && !day.isBefore(dropped);
        return !isGone || rediscovered != null && !day.isBefore(rediscovered);
    }

    /** The album for this day: the newest that is known, more often than the others. */
    Album album(LocalDate day, Random random) {
        List<Album> known =
                albums.stream().filter(album -> !day.isBefore(album.found())).toList();
        return known.get(random.nextInt(3) == 0 ? known.size() - 1 : random.nextInt(known.size()));
    }
}
