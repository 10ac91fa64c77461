package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.List;

/** The table {@code import_refusal}. */
final class RefusalTable {
    private RefusalTable() {}

    /** Stores refusals of a run, numbered from {@code first}. */
    static void insert(Tx tx, UserId user, int run, int first, List<Refusal> refusals) throws SQLException {
        MultiInsert rows = tx.insert("insert into import_refusal (user_id, run, number, place, reason)", 5, "");
        int number = first;
        for (Refusal refusal : refusals) {
            rows.row(user.value(), run, number++, refusal.place(), refusal.reason());
        }
        rows.flush();
    }

    static List<Refusal> list(Tx tx, UserId user, int run, int limit) {
        return tx.handle()
                .createQuery("""
                        select place, reason from import_refusal where user_id = :user and run = :run
                        order by number limit :limit""")
                .bind("user", user.value())
                .bind("run", run)
                .bind("limit", limit)
                .map((row, context) -> new Refusal(row.getString("place"), row.getString("reason")))
                .list();
    }
}
