package io.reprise.adapters.lastfm.server;

import io.reprise.account.UserId;
import io.reprise.media.Credit;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.rating.Loves;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Ratings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The songs that a user loves, by artist and track as Last.fm names them. Thread-safe. */
final class Loved {
    private static final int PAGES_MAX = 20;

    private final Loves loves;

    Loved(Loves loves) {
        this.loves = loves;
    }

    /** The song of these names; an {@link IllegalArgumentException} where they are no names. */
    static Mention.Song song(String artist, String track) {
        return new Mention.Song(track, Credit.of(artist, "artist"), null, null, null, List.of());
    }

    static long key(String artist, String track) {
        return Rated.keyOf(song(artist, track));
    }

    /** It may be one that was never played. */
    void love(UserId user, String artist, String track) {
        loves.love(user, Rated.of(song(artist, track), 0, null));
    }

    /** Hated is not loved, and stays hated. */
    void unlove(UserId user, String artist, String track) {
        Rated about = Rated.of(song(artist, track), 0, null);
        if (isLoved(user, about.itemKey())) {
            loves.clear(user, about);
        }
    }

    boolean isLoved(UserId user, long key) {
        return loves.of(user, key) == Loves.LOVED;
    }

    /** The keys of the songs loved. */
    Set<Long> keys(UserId user) {
        Set<Long> keys = new HashSet<>();
        songs(user).forEach(event -> keys.add(event.about().itemKey()));
        return keys;
    }

    /** The songs, loved last first; at most {@value #PAGES_MAX} thousand. */
    List<RatingEvent> songs(UserId user) {
        List<RatingEvent> songs = new ArrayList<>();
        for (int page = 0; page < PAGES_MAX; page++) {
            Loves.Page asked = new Loves.Page(Ratings.EVENTS_MAX, page * Ratings.EVENTS_MAX);
            List<RatingEvent> events = loves.list(user, Loves.LOVED, asked).events();
            events.stream()
                    .filter(event -> event.about().kind() == MediaKind.SONG)
                    .forEach(songs::add);
            if (events.size() < Ratings.EVENTS_MAX) {
                break;
            }
        }
        return songs;
    }
}
