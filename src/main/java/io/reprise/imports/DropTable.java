package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table {@code import_drop}: who has switched the drop folder on, or had it on once. */
final class DropTable {
    private static final int USERS_MAX = 10_000;

    private DropTable() {}

    /** Whose it is, what the folder is called, and whether it is on. */
    record Kept(UserId user, String folder, boolean on) {}

    static void put(Tx tx, Kept kept) {
        tx.handle()
                .createUpdate("""
                        insert into import_drop (user_id, folder, enabled) values (:user, :folder, :on)
                        on conflict (user_id) do update set folder = excluded.folder, enabled = excluded.enabled""")
                .bind("user", kept.user().value())
                .bind("folder", kept.folder())
                .bind("on", kept.on() ? 1 : 0)
                .execute();
    }

    static Optional<Kept> find(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select folder, enabled from import_drop where user_id = :user")
                .bind("user", user.value())
                .map((row, context) -> new Kept(user, row.getString("folder"), row.getInt("enabled") == 1))
                .findOne();
    }

    static void delete(Tx tx, UserId user) throws SQLException {
        tx.runForUser(user.value(), "delete from import_drop where user_id = ?");
    }

    /** Of every user, for the one thread that looks into all folders. */
    static List<Kept> all(Tx tx) {
        return tx.handle()
                .createQuery("select user_id, folder, enabled from import_drop order by user_id limit :limit")
                .bind("limit", USERS_MAX)
                .map((row, context) -> new Kept(
                        new UserId(row.getInt("user_id")), row.getString("folder"), row.getInt("enabled") == 1))
                .list();
    }
}
