package io.reprise.playlist;

import io.reprise.account.UserId;
import io.reprise.media.ExternalId;
import io.reprise.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table {@code playlist_track}: the tracks of a list by their places, counted from 0. */
final class TrackTable {
    private TrackTable() {}

    static List<Track> of(Tx tx, UserId user, int playlist) {
        return tx.handle()
                .createQuery("""
                        select * from playlist_track where user_id = :user and playlist = :playlist
                        order by position limit :limit
                        """)
                .bind("user", user.value())
                .bind("playlist", playlist)
                .bind("limit", Playlist.TRACKS_MAX)
                .map((row, context) -> read(row))
                .list();
    }

    static void insert(Tx tx, UserId user, int playlist, List<Track> tracks) {
        if (tracks.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = tx.handle().prepareBatch("""
                insert into playlist_track (user_id, playlist, position, external_id, title, credit, release, added_at)
                values (:user, :playlist, :position, :id, :title, :credit, :release, :added)
                """)) {
            for (int i = 0; i < tracks.size(); i++) {
                Track track = tracks.get(i);
                batch.bind("user", user.value())
                        .bind("playlist", playlist)
                        .bind("position", i)
                        .bind("id", Objects.toString(track.id(), ""))
                        .bind("title", track.title())
                        .bind("credit", track.credit())
                        .bind("release", track.release())
                        .bind("added", track.addedAt())
                        .add();
            }
            batch.execute();
        }
    }

    static void delete(Tx tx, UserId user, int playlist) {
        tx.handle()
                .createUpdate("delete from playlist_track where user_id = :user and playlist = :playlist")
                .bind("user", user.value())
                .bind("playlist", playlist)
                .execute();
    }

    private static Track read(ResultSet row) throws SQLException {
        String id = row.getString("external_id");
        return new Track(
                id.isEmpty() ? null : ExternalId.parse(id),
                row.getString("title"),
                row.getString("credit"),
                row.getString("release"),
                row.getLong("added_at"));
    }
}
