package io.reprise.relay;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code relay_outbox}. */
final class OutboxTable {
    private static final String COLUMNS = "number, matter, subject, attempts, queued_at, next_try_at, last_error";
    private static final String OF_ONE = " where user_id = :user and target = :target and number = :number";

    private OutboxTable() {}

    /** A row; it is dead where it has no next try. {@code subject} is a number in the book of its matter. */
    record Row(
            long number,
            Matter matter,
            long subject,
            int attempts,
            long queuedAt,
            @Nullable Long nextTryAt,
            @Nullable String lastError) {}

    static void insert(Tx tx, Target target, Row row) {
        tx.handle()
                .createUpdate("insert into relay_outbox (user_id, target, " + COLUMNS + ") values (:user, :target,"
                        + " :number, :matter, :subject, :attempts, :queued, :next, :error)")
                .bind("user", target.user().value())
                .bind("target", target.number())
                .bind("number", row.number())
                .bind("matter", row.matter().bit())
                .bind("subject", row.subject())
                .bind("attempts", row.attempts())
                .bind("queued", row.queuedAt())
                .bind("next", row.nextTryAt())
                .bind("error", row.lastError())
                .execute();
    }

    static void store(Tx tx, Target target, Row row) {
        tx.handle()
                .createUpdate("update relay_outbox set attempts = :attempts, queued_at = :queued, next_try_at = :next,"
                        + " last_error = :error" + OF_ONE)
                .bind("attempts", row.attempts())
                .bind("queued", row.queuedAt())
                .bind("next", row.nextTryAt())
                .bind("error", row.lastError())
                .bind("user", target.user().value())
                .bind("target", target.number())
                .bind("number", row.number())
                .execute();
    }

    static boolean delete(Tx tx, UserId user, int target, long number) {
        return tx.handle()
                        .createUpdate("delete from relay_outbox" + OF_ONE)
                        .bind("user", user.value())
                        .bind("target", target)
                        .bind("number", number)
                        .execute()
                == 1;
    }

    static void clear(Tx tx, UserId user, int target) {
        tx.handle()
                .createUpdate("delete from relay_outbox where user_id = :user and target = :target")
                .bind("user", user.value())
                .bind("target", target)
                .execute();
    }

    /** The rows whose turn has come, longest due first. */
    static List<Row> due(Tx tx, Target target, long now, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from relay_outbox where user_id = :user and target = :target"
                        + " and next_try_at <= :now order by next_try_at, number limit :limit")
                .bind("user", target.user().value())
                .bind("target", target.number())
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list();
    }

    /** The rows that were given up, oldest first. */
    static List<Row> dead(Tx tx, UserId user, int target, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from relay_outbox where user_id = :user and target = :target"
                        + " and next_try_at is null order by number limit :limit")
                .bind("user", user.value())
                .bind("target", target)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list();
    }

    static Optional<Row> find(Tx tx, UserId user, int target, long number) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from relay_outbox" + OF_ONE)
                .bind("user", user.value())
                .bind("target", target)
                .bind("number", number)
                .map((row, context) -> row(row))
                .findOne();
    }

    static long waiting(Tx tx, UserId user, int target) {
        return counted(tx, user, target, "next_try_at is not null");
    }

    static long dead(Tx tx, UserId user, int target) {
        return counted(tx, user, target, "next_try_at is null");
    }

    private static long counted(Tx tx, UserId user, int target, String which) {
        return tx.handle()
                .createQuery(
                        "select count(*) from relay_outbox where user_id = :user and target = :target and " + which)
                .bind("user", user.value())
                .bind("target", target)
                .mapTo(Long.class)
                .one();
    }

    private static Row row(ResultSet row) throws SQLException {
        long next = row.getLong("next_try_at");
        Long nextTryAt = row.wasNull() ? null : (Long) next;
        return new Row(
                row.getLong("number"),
                Matter.ofBit(row.getInt("matter")),
                row.getLong("subject"),
                row.getInt("attempts"),
                row.getLong("queued_at"),
                nextTryAt,
                row.getString("last_error"));
    }
}
