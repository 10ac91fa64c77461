package io.reprise.relay;

import io.reprise.account.Sealed;
import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The table {@code relay_target}. */
final class TargetTable {
    private static final String COLUMNS = """
            user_id, number, party, label, address, account, keys, matters, enabled, ready, refused, last_error,
            last_sent_at, sent, plays, ratings, jobs, not_before, due_at, created_at, updated_at""";
    private static final String OF_ONE = " where user_id = :user and number = :number";

    private TargetTable() {}

    static int nextNumber(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select coalesce(max(number), 0) + 1 from relay_target where user_id = :user")
                .bind("user", user.value())
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Tx tx, Target target) {
        String insert = "insert into relay_target (" + COLUMNS + ", row_numbers) " + """
                values (:user, :number, :party, :label, :address, :account, :keys, :matters, :enabled, :ready, :refused,
                :error, null, 0, :plays, :ratings, :jobs, :before, null, :created, :updated, 0)""";
        bound(tx.handle().createUpdate(insert), target)
                .bind("party", target.party())
                .bind("created", target.createdAt())
                .execute();
    }

    /** What a person ordered; what was counted and sent stays. */
    static void store(Tx tx, Target target) {
        String update = """
                update relay_target set label = :label, address = :address, account = :account, keys = :keys,
                matters = :matters, enabled = :enabled, ready = :ready, refused = :refused, last_error = :error,
                plays = :plays, ratings = :ratings, jobs = :jobs, not_before = :before, updated_at = :updated
                where user_id = :user and number = :number""";
        bound(tx.handle().createUpdate(update), target).execute();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Target target) {
        Sealed keys = target.keys();
        return statement
                .bind("user", target.user().value())
                .bind("number", target.number())
                .bind("label", target.label())
                .bind("address", target.address().toString())
                .bind("account", target.account())
                .bind("keys", keys == null ? null : keys.bytes())
                .bind("matters", Matter.bits(target.matters()))
                .bind("enabled", target.enabled() ? 1 : 0)
                .bind("ready", target.ready() ? 1 : 0)
                .bind("refused", target.standing().refused())
                .bind("error", target.standing().lastError())
                .bind("plays", target.read().plays())
                .bind("ratings", target.read().ratings())
                .bind("jobs", target.read().jobs())
                .bind("before", target.standing().notBefore())
                .bind("updated", target.updatedAt());
    }

    static boolean delete(Tx tx, UserId user, int number) {
        return one(tx, "delete from relay_target" + OF_ONE, user, number) == 1;
    }

    static Optional<Target> find(Tx tx, UserId user, int number) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from relay_target" + OF_ONE)
                .bind("user", user.value())
                .bind("number", number)
                .map((row, context) -> target(row))
                .findOne();
    }

    static List<Target> of(Tx tx, UserId user, int limit) {
        return of(tx, user, limit, "");
    }

    /** The same, held until the end of the transaction. */
    static List<Target> locked(Tx tx, UserId user, int limit) {
        return of(tx, user, limit, tx.dialect().lock());
    }

    private static List<Target> of(Tx tx, UserId user, int limit, String lock) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from relay_target where user_id = :user order by number limit :limit" + lock)
                .bind("user", user.value())
                .bind("limit", limit)
                .map((row, context) -> target(row))
                .list();
    }

    /** Those for which something is due next, of all users: the one question that names none. */
    static List<Target> nextDue(Tx tx, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from relay_target where due_at is not null order by due_at limit :limit")
                .bind("limit", limit)
                .map((row, context) -> target(row))
                .list();
    }

    /** Takes it for this node until then; false where another one did before. */
    static boolean claim(Tx tx, Target due, long until) {
        return tx.handle()
                        .createUpdate("update relay_target set not_before = :until, due_at = :until" + OF_ONE
                                + " and due_at = :due")
                        .bind("until", until)
                        .bind("user", due.user().value())
                        .bind("number", due.number())
                        .bind("due", due.standing().dueAt())
                        .execute()
                == 1;
    }

    static void moveTo(Tx tx, Target target, Target.Read read) {
        tx.handle()
                .createUpdate("update relay_target set plays = :plays, ratings = :ratings, jobs = :jobs" + OF_ONE)
                .bind("plays", read.plays())
                .bind("ratings", read.ratings())
                .bind("jobs", read.jobs())
                .bind("user", target.user().value())
                .bind("number", target.number())
                .execute();
    }

    /** The number for one more row of this target; empty where it is gone. */
    static Optional<Long> nextRow(Tx tx, Target target) {
        return tx.handle()
                .createQuery(
                        "update relay_target set row_numbers = row_numbers + 1" + OF_ONE + " returning row_numbers")
                .bind("user", target.user().value())
                .bind("number", target.number())
                .mapTo(Long.class)
                .findOne();
    }

    static void succeeded(Tx tx, Target target, int sent, long now) {
        tx.handle()
                .createUpdate("update relay_target set sent = sent + :sent, last_sent_at = :now, last_error = null,"
                        + " not_before = 0" + OF_ONE)
                .bind("sent", sent)
                .bind("now", now)
                .bind("user", target.user().value())
                .bind("number", target.number())
                .execute();
    }

    /** The claim ends without a word on how it went. */
    static void release(Tx tx, Target target) {
        one(tx, "update relay_target set not_before = 0" + OF_ONE, target.user(), target.number());
    }

    static void failed(Tx tx, Target target, String error, long notBefore) {
        tx.handle()
                .createUpdate("update relay_target set last_error = :error, not_before = :before" + OF_ONE)
                .bind("error", error)
                .bind("before", notBefore)
                .bind("user", target.user().value())
                .bind("number", target.number())
                .execute();
    }

    static void refuse(Tx tx, Target target, String why) {
        tx.handle()
                .createUpdate("update relay_target set refused = :why, last_error = :why, not_before = 0" + OF_ONE)
                .bind("why", why)
                .bind("user", target.user().value())
                .bind("number", target.number())
                .execute();
    }

    /** Writes down when something is due for it; run after every change. */
    static void settle(Tx tx, UserId user, int number) {
        one(tx, """
                update relay_target set due_at = case when enabled = 1 and ready = 1 and refused is null then
                (select case when min(o.next_try_at) < not_before then not_before else min(o.next_try_at) end
                from relay_outbox o where o.user_id = :user and o.target = :number) end
                where user_id = :user and number = :number""", user, number);
    }

    private static int one(Tx tx, String sql, UserId user, int number) {
        return tx.handle()
                .createUpdate(sql)
                .bind("user", user.value())
                .bind("number", number)
                .execute();
    }

    private static Target target(ResultSet row) throws SQLException {
        byte[] keys = row.getBytes("keys");
        return new Target(
                new UserId(row.getInt("user_id")),
                row.getInt("number"),
                row.getString("party"),
                row.getString("label"),
                URI.create(row.getString("address")),
                row.getString("account"),
                keys == null ? null : new Sealed(keys),
                Matter.ofBits(row.getInt("matters")),
                row.getInt("enabled") == 1,
                row.getInt("ready") == 1,
                new Target.Standing(
                        row.getString("refused"),
                        row.getString("last_error"),
                        nullable(row, "last_sent_at"),
                        row.getLong("sent"),
                        row.getLong("not_before"),
                        nullable(row, "due_at")),
                new Target.Read(row.getLong("plays"), row.getLong("ratings"), row.getLong("jobs")),
                row.getLong("created_at"),
                row.getLong("updated_at"));
    }

    private static @Nullable Long nullable(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
