package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table {@code resolve_order}: at most one order for each user. */
final class ResolveOrderTable {
    private static final String COLUMNS = "user_id, every_days, next_due_at";

    private ResolveOrderTable() {}

    static void put(Tx tx, ResolveOrder order) {
        tx.handle()
                .createUpdate("insert into resolve_order (" + COLUMNS + """
                        ) values (:user, :every, :due)
                        on conflict (user_id) do update
                        set every_days = excluded.every_days, next_due_at = excluded.next_due_at""")
                .bind("user", order.user().value())
                .bind("every", order.everyDays())
                .bind("due", order.nextDueAt())
                .execute();
    }

    static Optional<ResolveOrder> find(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from resolve_order where user_id = :user")
                .bind("user", user.value())
                .map((row, context) -> order(row))
                .findOne();
    }

    static void delete(Tx tx, UserId user) {
        tx.handle()
                .createUpdate("delete from resolve_order where user_id = :user")
                .bind("user", user.value())
                .execute();
    }

    /** The ones that are due next, of all users: the one question that names none. */
    static List<ResolveOrder> nextDue(Tx tx, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from resolve_order order by next_due_at limit :limit")
                .bind("limit", limit)
                .map((row, context) -> order(row))
                .list();
    }

    /** Moves when it is due; false where another node did so before, or it was changed or ended. */
    static boolean move(Tx tx, ResolveOrder order, long due) {
        return tx.handle()
                        .createUpdate("update resolve_order set next_due_at = :next"
                                + " where user_id = :user and every_days = :every and next_due_at = :due")
                        .bind("next", due)
                        .bind("user", order.user().value())
                        .bind("every", order.everyDays())
                        .bind("due", order.nextDueAt())
                        .execute()
                == 1;
    }

    private static ResolveOrder order(ResultSet row) throws SQLException {
        return new ResolveOrder(
                new UserId(row.getInt("user_id")), row.getInt("every_days"), row.getLong("next_due_at"));
    }
}
