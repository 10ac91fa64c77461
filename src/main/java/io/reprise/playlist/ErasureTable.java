package io.reprise.playlist;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;

/** Deletes every row of a user from the tables of this room. */
final class ErasureTable {
    private ErasureTable() {}

    static void forget(Tx tx, UserId user) throws SQLException {
        tx.runForUser(
                user.value(),
                "delete from playlist_track where user_id = ?",
                "delete from playlist where user_id = ?",
                "delete from playlist_paths where user_id = ?");
    }
}
