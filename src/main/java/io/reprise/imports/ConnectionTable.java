package io.reprise.imports;

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

/** The table {@code connection}. */
final class ConnectionTable {
    private static final String COLUMNS =
            "user_id, number, source, user_name, address, api_key, token, interval_minutes,"
                    + " enabled, last_run_at, last_result, last_error, failures, next_due_at, created_at, updated_at";

    private ConnectionTable() {}

    static int nextNumber(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select coalesce(max(number), 0) + 1 from connection where user_id = :user")
                .bind("user", user.value())
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Tx tx, Connection connection) {
        bound(tx.handle().createUpdate("""
                        insert into connection (user_id, number, source, user_name, folded_name, address, api_key, token,
                        interval_minutes, enabled, last_run_at, last_result, last_error, failures, next_due_at,
                        created_at, updated_at)
                        values (:user, :number, :source, :name, :folded, :address, :key, :token, :interval, :enabled,
                        :run, :result, :error, :failures, :due, :created, :updated)"""), connection).execute();
    }

    static void store(Tx tx, Connection connection) {
        bound(tx.handle().createUpdate("""
                        update connection set source = :source, user_name = :name, folded_name = :folded,
                        address = :address, api_key = :key, token = :token, interval_minutes = :interval,
                        enabled = :enabled, last_run_at = :run, last_result = :result, last_error = :error,
                        failures = :failures, next_due_at = :due, created_at = :created, updated_at = :updated
                        where user_id = :user and number = :number"""), connection).execute();
    }

    private static <T extends SqlStatement<T>> T bound(T statement, Connection connection) {
        Sealed key = connection.held().apiKey();
        Sealed token = connection.held().token();
        Connection.Standing standing = connection.standing();
        return statement
                .bind("user", connection.user().value())
                .bind("number", connection.number())
                .bind("source", connection.source())
                .bind("name", connection.userName())
                .bind("folded", connection.foldedName())
                .bind("address", connection.address().toString())
                .bind("key", key == null ? null : key.bytes())
                .bind("token", token == null ? null : token.bytes())
                .bind("interval", connection.intervalMinutes())
                .bind("enabled", connection.enabled() ? 1 : 0)
                .bind("run", standing.lastRunAt())
                .bind("result", standing.lastResult())
                .bind("error", standing.lastError())
                .bind("failures", standing.failures())
                .bind("due", standing.nextDueAt())
                .bind("created", connection.createdAt())
                .bind("updated", connection.updatedAt());
    }

    /** Whether there was one. */
    static boolean delete(Tx tx, UserId user, int number) {
        return tx.handle()
                        .createUpdate("delete from connection where user_id = :user and number = :number")
                        .bind("user", user.value())
                        .bind("number", number)
                        .execute()
                == 1;
    }

    static Optional<Connection> find(Tx tx, UserId user, int number) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from connection where user_id = :user and number = :number")
                .bind("user", user.value())
                .bind("number", number)
                .map((row, context) -> connection(row))
                .findOne();
    }

    static Optional<Connection> find(Tx tx, UserId user, String source, String foldedName) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from connection where user_id = :user and source = :source and folded_name = :folded")
                .bind("user", user.value())
                .bind("source", source)
                .bind("folded", foldedName)
                .map((row, context) -> connection(row))
                .findOne();
    }

    static List<Connection> of(Tx tx, UserId user, int limit) {
        return tx.handle()
                .createQuery(
                        "select " + COLUMNS + " from connection where user_id = :user order by number limit :limit")
                .bind("user", user.value())
                .bind("limit", limit)
                .map((row, context) -> connection(row))
                .list();
    }

    /** The ones that are due next, of all users: the one question that names none. */
    static List<Connection> nextDue(Tx tx, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from connection where next_due_at is not null order by next_due_at limit :limit")
                .bind("limit", limit)
                .map((row, context) -> connection(row))
                .list();
    }

    /** Moves its due time; false where another node did so before. */
    static boolean claim(Tx tx, Connection due, long next) {
        return tx.handle()
                        .createUpdate("update connection set next_due_at = :next"
                                + " where user_id = :user and number = :number and next_due_at = :due")
                        .bind("next", next)
                        .bind("user", due.user().value())
                        .bind("number", due.number())
                        .bind("due", due.standing().nextDueAt())
                        .execute()
                == 1;
    }

    private static Connection connection(ResultSet row) throws SQLException {
        return new Connection(
                new UserId(row.getInt("user_id")),
                row.getInt("number"),
                row.getString("source"),
                row.getString("user_name"),
                URI.create(row.getString("address")),
                new Connection.Held(sealed(row, "api_key"), sealed(row, "token")),
                row.getInt("interval_minutes"),
                row.getInt("enabled") == 1,
                new Connection.Standing(
                        nullable(row, "last_run_at"),
                        row.getString("last_result"),
                        row.getString("last_error"),
                        row.getInt("failures"),
                        nullable(row, "next_due_at")),
                row.getLong("created_at"),
                row.getLong("updated_at"));
    }

    private static @Nullable Sealed sealed(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : new Sealed(bytes);
    }

    private static @Nullable Long nullable(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
