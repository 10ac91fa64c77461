package io.reprise.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Chooses music: an album from end to end, one artist's songs, or a mix, as the mood of the hour is. */
final class Jukebox {
    private static final int ARTISTS = 420;
    private static final int ALBUM_FIRST_SONGS = 9;

    private final Random random;
    private final Mood mood;
    private final List<Artist> artists = new ArrayList<>();

    Jukebox(Invention invention) {
        this.random = invention.random();
        this.mood = new Mood(invention);
        for (int rank = 1; rank <= ARTISTS; rank++) {
            artists.add(Artist.make(rank, invention));
        }
    }

    /** The songs of one sitting, in order; as many as it takes to fill {@code songs} places. */
    List<Shelf.Taken> session(LocalDate day, int hour, int songs) {
        List<Shelf.Taken> chosen = new ArrayList<>();
        double[] weights = weights(day, hour);
        while (chosen.size() < songs) {
            Artist artist = artists.get(pick(weights));
            int way = random.nextInt(10);
            if (artist.isKnownByOneSong()) {
                chosen.add(song(artist, day));
            } else if (way < 5) {
                album(chosen, artist, artist.album(day, random));
            } else if (way < 7) {
                for (int i = 0; i < 4; i++) {
                    chosen.add(song(artist, day));
                }
            } else {
                chosen.add(song(artist, day));
                for (int i = 0; i < 7; i++) {
                    chosen.add(song(artists.get(pick(weights)), day));
                }
            }
        }
        return chosen.subList(0, songs);
    }

    private static void album(List<Shelf.Taken> chosen, Artist artist, Artist.Album album) {
        album.songs().forEach(song -> chosen.add(new Shelf.Taken(Thing.song(artist, album, song), song.seconds())));
    }

    /** The first songs of an album are the ones that are known by heart. */
    private Shelf.Taken song(Artist artist, LocalDate day) {
        if (artist.isKnownByOneSong()) {
            Artist.Album first = artist.albums().getFirst();
            Artist.Song hit = first.songs().getFirst();
            return new Shelf.Taken(Thing.song(artist, first, hit), hit.seconds());
        }
        Artist.Album album = artist.album(day, random);
        int index = Math.min(
                random.nextInt(ALBUM_FIRST_SONGS), random.nextInt(album.songs().size()));
        Artist.Song song = album.songs().get(Math.min(index, album.songs().size() - 1));
        return new Shelf.Taken(Thing.song(artist, album, song), song.seconds());
    }

    /** Sums from the first artist to each, so that a choice is one search. */
    private double[] weights(LocalDate day, int hour) {
        double[] moods = mood.at(day, hour);
        double[] sums = new double[artists.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            Artist artist = artists.get(i);
            sum += artist.isLiked(day) ? artist.popularity() * moods[artist.genre()] : 0;
            sums[i] = sum;
        }
        return sums;
    }

    /** An artist nobody likes on this day has the sum of the one before, and is never found. */
    private int pick(double[] sums) {
        double chosen = random.nextDouble() * sums[sums.length - 1];
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > chosen) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
