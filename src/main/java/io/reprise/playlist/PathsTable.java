package io.reprise.playlist;

import io.reprise.account.UserId;
import io.reprise.store.Tx;

/** The table {@code playlist_paths}: at most one row of a user. */
final class PathsTable {
    private PathsTable() {}

    static FilePaths of(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select pattern, path_from, path_to from playlist_paths where user_id = :user")
                .bind("user", user.value())
                .map((row, context) ->
                        new FilePaths(row.getString("pattern"), row.getString("path_from"), row.getString("path_to")))
                .findOne()
                .orElse(FilePaths.NONE);
    }

    static void put(Tx tx, UserId user, FilePaths paths) {
        tx.handle()
                .createUpdate("""
                        insert into playlist_paths (user_id, pattern, path_from, path_to)
                        values (:user, :pattern, :from, :to)
                        on conflict (user_id) do update set pattern = excluded.pattern, path_from = excluded.path_from,
                            path_to = excluded.path_to
                        """)
                .bind("user", user.value())
                .bind("pattern", paths.pattern())
                .bind("from", paths.from())
                .bind("to", paths.to())
                .execute();
    }
}
