package io.reprise.playlist;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The table {@code playlist}. */
final class PlaylistTable {
    private PlaylistTable() {}

    /** A list without its tracks, and its number. */
    record Found(int number, Playlist playlist) {}

    static int count(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select count(*) from playlist where user_id = :user")
                .bind("user", user.value())
                .mapTo(Integer.class)
                .one();
    }

    static int next(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select coalesce(max(number), 0) + 1 from playlist where user_id = :user")
                .bind("user", user.value())
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Tx tx, UserId user, int number, Playlist playlist) {
        tx.handle()
                .createUpdate("""
                        insert into playlist (user_id, number, id, title, annotation, shared, created_at, changed_at,
                            copied_from, rules)
                        values (:user, :number, :id, :title, :annotation, :shared, :created, :changed, :copied,
                            :rules)
                        """)
                .bind("user", user.value())
                .bind("number", number)
                .bind("id", playlist.id().toString())
                .bind("title", playlist.words().title())
                .bind("annotation", playlist.words().annotation())
                .bind("shared", playlist.words().isPublic() ? 1 : 0)
                .bind("created", playlist.times().createdAt())
                .bind("changed", playlist.times().changedAt())
                .bind("copied", Objects.toString(playlist.copiedFrom(), ""))
                .bind("rules", rules(playlist))
                .execute();
    }

    static void update(Tx tx, UserId user, int number, Playlist playlist) {
        tx.handle()
                .createUpdate("""
                        update playlist set title = :title, annotation = :annotation, shared = :shared,
                            changed_at = :changed, rules = :rules
                        where user_id = :user and number = :number
                        """)
                .bind("user", user.value())
                .bind("number", number)
                .bind("title", playlist.words().title())
                .bind("annotation", playlist.words().annotation())
                .bind("shared", playlist.words().isPublic() ? 1 : 0)
                .bind("changed", playlist.times().changedAt())
                .bind("rules", rules(playlist))
                .execute();
    }

    private static String rules(Playlist playlist) {
        Definition definition = playlist.definition();
        return definition == null ? "" : definition.json();
    }

    static Optional<Found> find(Tx tx, UserId user, UUID id) {
        return tx.handle()
                .createQuery("select * from playlist where user_id = :user and id = :id")
                .bind("user", user.value())
                .bind("id", id.toString())
                .map((row, context) -> new Found(row.getInt("number"), read(row)))
                .findFirst();
    }

    static List<Playlist> all(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select * from playlist where user_id = :user order by number desc limit :limit")
                .bind("user", user.value())
                .bind("limit", Playlists.PLAYLISTS_MAX)
                .map((row, context) -> read(row))
                .list();
    }

    static void delete(Tx tx, UserId user, int number) {
        tx.handle()
                .createUpdate("delete from playlist where user_id = :user and number = :number")
                .bind("user", user.value())
                .bind("number", number)
                .execute();
    }

    private static Playlist read(ResultSet row) throws SQLException {
        String rules = row.getString("rules");
        String copied = row.getString("copied_from");
        return new Playlist(
                UUID.fromString(row.getString("id")),
                new Playlist.Words(row.getString("title"), row.getString("annotation"), row.getInt("shared") != 0),
                new Playlist.Times(row.getLong("created_at"), row.getLong("changed_at")),
                copied.isEmpty() ? null : UUID.fromString(copied),
                List.of(),
                rules.isEmpty() ? null : Definition.read(rules));
    }
}
