package io.reprise.digest;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code digest}. */
final class OrderTable {
    private static final String COLUMNS = "user_id, number, every, target, enabled, told_day, next_due_at, created_at";

    private OrderTable() {}

    static int nextNumber(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select coalesce(max(number), 0) + 1 from digest where user_id = :user")
                .bind("user", user.value())
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Tx tx, Order order) {
        tx.handle()
                .createUpdate("insert into digest (" + COLUMNS
                        + ") values (:user, :number, :every, :target, :enabled, null, :due, :created)")
                .bind("user", order.user().value())
                .bind("number", order.number())
                .bind("every", order.every().word())
                .bind("target", order.target())
                .bind("enabled", order.enabled() ? 1 : 0)
                .bind("due", order.nextDueAt())
                .bind("created", order.createdAt())
                .execute();
    }

    /** Whether there was one. */
    static boolean turn(Tx tx, Order order, @Nullable Long due) {
        return tx.handle()
                        .createUpdate("update digest set enabled = :enabled, next_due_at = :due"
                                + " where user_id = :user and number = :number")
                        .bind("enabled", due == null ? 0 : 1)
                        .bind("due", due)
                        .bind("user", order.user().value())
                        .bind("number", order.number())
                        .execute()
                == 1;
    }

    static boolean delete(Tx tx, UserId user, int number) {
        return tx.handle()
                        .createUpdate("delete from digest where user_id = :user and number = :number")
                        .bind("user", user.value())
                        .bind("number", number)
                        .execute()
                == 1;
    }

    static List<Order> of(Tx tx, UserId user, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from digest where user_id = :user order by number limit :limit")
                .bind("user", user.value())
                .bind("limit", limit)
                .map((row, context) -> order(row))
                .list();
    }

    static Optional<Order> find(Tx tx, UserId user, int number) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from digest where user_id = :user and number = :number")
                .bind("user", user.value())
                .bind("number", number)
                .map((row, context) -> order(row))
                .findOne();
    }

    /** The ones that are due next, of all users: the one question that names none. */
    static List<Order> nextDue(Tx tx, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from digest where next_due_at is not null order by next_due_at limit :limit")
                .bind("limit", limit)
                .map((row, context) -> order(row))
                .list();
    }

    /** Moves its due time and notes what is told; false where another node did so before, or somebody changed it. */
    static boolean claim(Tx tx, Order due, int toldDay, long next) {
        return tx.handle()
                        .createUpdate("update digest set next_due_at = :next, told_day = :told"
                                + " where user_id = :user and number = :number and next_due_at = :due")
                        .bind("next", next)
                        .bind("told", toldDay)
                        .bind("user", due.user().value())
                        .bind("number", due.number())
                        .bind("due", due.nextDueAt())
                        .execute()
                == 1;
    }

    private static Order order(ResultSet row) throws SQLException {
        int told = row.getInt("told_day");
        Integer toldDay = row.wasNull() ? null : (Integer) told;
        long due = row.getLong("next_due_at");
        Long nextDueAt = row.wasNull() ? null : (Long) due;
        return new Order(
                new UserId(row.getInt("user_id")),
                row.getInt("number"),
                Every.ofWord(row.getString("every")).orElseThrow(),
                row.getInt("target"),
                row.getInt("enabled") == 1,
                toldDay,
                nextDueAt,
                row.getLong("created_at"));
    }
}
