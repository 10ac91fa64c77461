package io.reprise.playlist;

import io.reprise.account.UserId;
import io.reprise.media.Fold;
import io.reprise.store.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The door of this room: makes, finds, changes and deletes a user's playlists. Thread-safe. */
public final class Playlists {
    public static final int PLAYLISTS_MAX = 10_000;

    private final Database database;
    private final InstantSource clock;

    public Playlists(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A part of the user's lists without their tracks, newest first, and how many there are in all. */
    public record Listed(List<Playlist> playlists, int total) {}

    /** Now, as the times of playlists count it: epoch seconds, UTC. */
    public long now() {
        return clock.instant().getEpochSecond();
    }

    /** Keeps a new list; an {@link IllegalArgumentException} where the user has {@value #PLAYLISTS_MAX} already. */
    public void add(UserId user, Playlist playlist) {
        database.write(tx -> {
            if (PlaylistTable.count(tx, user) >= PLAYLISTS_MAX) {
                throw new IllegalArgumentException(
                        "there are " + PLAYLISTS_MAX + " playlists already; delete one before making another");
            }
            int number = PlaylistTable.next(tx, user);
            PlaylistTable.insert(tx, user, number, playlist);
            TrackTable.insert(tx, user, number, playlist.tracks());
            return playlist;
        });
    }

    public Optional<Playlist> find(UserId user, UUID id) {
        return database.read(tx -> PlaylistTable.find(tx, user, id)
                .map(found -> found.playlist().withTracksAt(0, TrackTable.of(tx, user, found.number()))));
    }

    /** The lists whose title holds these words (all where they are blank), from {@code offset} on. */
    public Listed list(UserId user, String words, int limit, int offset) {
        String sought = Fold.fold(words);
        List<Playlist> all = database.read(tx -> PlaylistTable.all(tx, user)).stream()
                .filter(each -> Fold.fold(each.words().title()).contains(sought))
                .toList();
        return new Listed(all.stream().skip(offset).limit(limit).toList(), all.size());
    }

    /** Changes a list in one step; empty where there is none of this id. */
    public Optional<Playlist> change(UserId user, UUID id, UnaryOperator<Playlist> change) {
        return database.write(tx -> {
            Optional<PlaylistTable.Found> found = PlaylistTable.find(tx, user, id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            int number = found.get().number();
            List<Track> before = TrackTable.of(tx, user, number);
            Playlist after =
                    change.apply(found.get().playlist().withTracksAt(0, before)).changedAt(now());
            PlaylistTable.update(tx, user, number, after);
            if (!after.tracks().equals(before)) {
                TrackTable.delete(tx, user, number);
                TrackTable.insert(tx, user, number, after.tracks());
            }
            return Optional.of(after);
        });
    }

    /** Where the user's files lie, as it was said last. */
    public FilePaths paths(UserId user) {
        return database.read(tx -> PathsTable.of(tx, user));
    }

    /** Keeps where the user's files lie, in place of what was said before. */
    public void keep(UserId user, FilePaths paths) {
        database.write(tx -> {
            PathsTable.put(tx, user, paths);
            return paths;
        });
    }

    /** Whether there was one of this id. */
    public boolean delete(UserId user, UUID id) {
        return database.write(tx -> {
            Optional<PlaylistTable.Found> found = PlaylistTable.find(tx, user, id);
            found.ifPresent(each -> {
                TrackTable.delete(tx, user, each.number());
                PlaylistTable.delete(tx, user, each.number());
            });
            return found.isPresent();
        });
    }
}
