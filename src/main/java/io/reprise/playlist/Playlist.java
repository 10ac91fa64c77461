package io.reprise.playlist;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A playlist: its id, words, times (epoch seconds, UTC), the list it was copied from, and its tracks in order; or, of a
 * smart one, the definition that says what is in it, and no tracks. Changing it gives another one; what is out of its
 * bounds is an {@link IllegalArgumentException}. Immutable.
 */
public record Playlist(
        UUID id,
        Words words,
        Times times,
        @Nullable UUID copiedFrom,
        List<Track> tracks,
        @Nullable Definition definition) {
    public static final int TRACKS_MAX = 10_000;

    /** Title (never blank), annotation (may be empty), and whether its owner would show it to others. */
    public record Words(String title, String annotation, boolean isPublic) {
        public Words {
            title = Track.bounded("title", title);
            annotation = Track.bounded("annotation", annotation);
            if (title.isEmpty()) {
                throw new IllegalArgumentException("a playlist has a title that is not blank");
            }
        }
    }

    /** When it was made and when it was changed last. */
    public record Times(long createdAt, long changedAt) {}

    public Playlist {
        tracks = List.copyOf(tracks);
        if (tracks.size() > TRACKS_MAX) {
            throw new IllegalArgumentException(
                    "a playlist has at most " + TRACKS_MAX + " tracks, not " + tracks.size());
        }
        if (definition != null && !tracks.isEmpty()) {
            throw new IllegalArgumentException(
                    "this is a smart playlist: its rules say what is in it, so nothing can be put in by hand");
        }
    }

    /** A new one. */
    public static Playlist made(Words words, long now, List<Track> tracks) {
        return new Playlist(UUID.randomUUID(), words, new Times(now, now), null, tracks, null);
    }

    /** A new smart one. */
    public static Playlist smart(Words words, long now, Definition definition) {
        return new Playlist(UUID.randomUUID(), words, new Times(now, now), null, List.of(), definition);
    }

    /** Another list with the same tracks. */
    public Playlist copied(String title, long now) {
        return new Playlist(
                UUID.randomUUID(),
                new Words(title, words.annotation(), words.isPublic()),
                new Times(now, now),
                id,
                tracks,
                definition);
    }

    public Playlist with(Words other) {
        return new Playlist(id, other, times, copiedFrom, tracks, definition);
    }

    /** With another definition. */
    public Playlist with(Definition other) {
        return new Playlist(id, words, times, copiedFrom, List.of(), other);
    }

    /** With these tracks in place of its own. */
    public Playlist withTracks(List<Track> other) {
        return with(other);
    }

    /** With these tracks put in at an index; one beyond the end means the end. */
    public Playlist withTracksAt(int index, List<Track> more) {
        List<Track> all = new ArrayList<>(tracks);
        all.addAll(Math.min(index, all.size()), more);
        return with(all);
    }

    /** With {@code count} tracks from an index taken out and put in at another index of those that are left. */
    public Playlist withMoved(int from, int to, int count) {
        List<Track> moved = part(from, count);
        return without(from, count).withTracksAt(to, List.copyOf(moved));
    }

    /** Without {@code count} tracks from an index. */
    public Playlist without(int index, int count) {
        List<Track> all = new ArrayList<>(tracks);
        all.subList(index, index + part(index, count).size()).clear();
        return with(all);
    }

    private List<Track> part(int index, int count) {
        if (index < 0 || count < 0 || (long) index + count > tracks.size()) {
            throw new IllegalArgumentException("the playlist has " + tracks.size() + " tracks; " + count
                    + " from index " + index + " are not among them");
        }
        return tracks.subList(index, index + count);
    }

    private Playlist with(List<Track> other) {
        return new Playlist(id, words, times, copiedFrom, other, definition);
    }

    Playlist changedAt(long now) {
        return new Playlist(id, words, new Times(times.createdAt(), now), copiedFrom, tracks, definition);
    }
}
