package io.reprise.inlet;

import io.reprise.account.Sealed;
import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The table {@code inlet}. */
final class InletTable {
    private static final String COLUMNS = "user_id, number, party, name, account, enabled, signing_key, calls, stored,"
            + " left_out, refused, last_at, last_account, last_outcome, created_at";

    private InletTable() {}

    /** The secrets of a row. */
    record Secrets(byte[] sha256, Sealed secret, @Nullable Sealed key) {}

    /** What one call adds to its row. */
    record Call(Inlet.Last last, int stored, int leftOut, int refused) {}

    static int nextNumber(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select coalesce(max(number), 0) + 1 from inlet where user_id = :user")
                .bind("user", user.value())
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Tx tx, Inlet inlet, Secrets secrets) {
        Sealed key = secrets.key();
        named(tx.handle().createUpdate("""
                        insert into inlet (user_id, number, party, name, sha256, secret, signing_key, account, enabled,
                        calls, stored, left_out, refused, created_at)
                        values (:user, :number, :party, :name, :sha256, :secret, :key, :account, :enabled,
                        0, 0, 0, 0, :created)"""), inlet)
                .bind("party", inlet.party())
                .bind("sha256", secrets.sha256())
                .bind("secret", secrets.secret().bytes())
                .bind("key", key == null ? null : key.bytes())
                .bind("created", inlet.createdAt())
                .execute();
    }

    static void store(Tx tx, Inlet inlet) {
        named(
                        tx.handle()
                                .createUpdate("update inlet set name = :name, account = :account, enabled = :enabled"
                                        + " where user_id = :user and number = :number"),
                        inlet)
                .execute();
    }

    private static <T extends SqlStatement<T>> T named(T statement, Inlet inlet) {
        return statement
                .bind("user", inlet.user().value())
                .bind("number", inlet.number())
                .bind("name", inlet.name())
                .bind("account", inlet.account())
                .bind("enabled", inlet.enabled() ? 1 : 0);
    }

    static void storeSecret(Tx tx, Inlet inlet, byte[] sha256, Sealed secret) {
        tx.handle()
                .createUpdate("update inlet set sha256 = :sha256, secret = :secret"
                        + " where user_id = :user and number = :number")
                .bind("sha256", sha256)
                .bind("secret", secret.bytes())
                .bind("user", inlet.user().value())
                .bind("number", inlet.number())
                .execute();
    }

    static void storeKey(Tx tx, Inlet inlet, @Nullable Sealed key) {
        tx.handle()
                .createUpdate("update inlet set signing_key = :key where user_id = :user and number = :number")
                .bind("key", key == null ? null : key.bytes())
                .bind("user", inlet.user().value())
                .bind("number", inlet.number())
                .execute();
    }

    static void called(Tx tx, Inlet inlet, Call call) {
        tx.handle()
                .createUpdate("""
                        update inlet set calls = calls + 1, stored = stored + :stored, left_out = left_out + :left,
                        refused = refused + :refused, last_at = :at, last_account = :account, last_outcome = :outcome
                        where user_id = :user and number = :number""")
                .bind("stored", call.stored())
                .bind("left", call.leftOut())
                .bind("refused", call.refused())
                .bind("at", call.last().at())
                .bind("account", call.last().account())
                .bind("outcome", call.last().outcome())
                .bind("user", inlet.user().value())
                .bind("number", inlet.number())
                .execute();
    }

    /** Whether there was one. */
    static boolean delete(Tx tx, UserId user, int number) {
        return tx.handle()
                        .createUpdate("delete from inlet where user_id = :user and number = :number")
                        .bind("user", user.value())
                        .bind("number", number)
                        .execute()
                == 1;
    }

    static Optional<Inlet> find(Tx tx, UserId user, int number) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from inlet where user_id = :user and number = :number")
                .bind("user", user.value())
                .bind("number", number)
                .map((row, context) -> inlet(row))
                .findOne();
    }

    /** Whose address it is; the one question that cannot name its user, since it asks for it. */
    static Optional<Inlet> bySecret(Tx tx, byte[] sha256) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from inlet where sha256 = :sha256")
                .bind("sha256", sha256)
                .map((row, context) -> inlet(row))
                .findOne();
    }

    static List<Inlet> of(Tx tx, UserId user, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from inlet where user_id = :user order by number limit :limit")
                .bind("user", user.value())
                .bind("limit", limit)
                .map((row, context) -> inlet(row))
                .list();
    }

    /** One of the sealed columns: {@code secret} or {@code signing_key}. */
    static Optional<Sealed> sealed(Tx tx, Inlet inlet, String column) {
        return tx.handle()
                .createQuery("select " + column + " from inlet where user_id = :user and number = :number")
                .bind("user", inlet.user().value())
                .bind("number", inlet.number())
                .map((row, context) -> row.getBytes(1))
                .findOne()
                .map(Sealed::new);
    }

    private static Inlet inlet(ResultSet row) throws SQLException {
        long lastAt = row.getLong("last_at");
        boolean called = !row.wasNull();
        return new Inlet(
                new UserId(row.getInt("user_id")),
                row.getInt("number"),
                row.getString("party"),
                row.getString("name"),
                row.getString("account"),
                row.getInt("enabled") == 1,
                row.getBytes("signing_key") != null,
                new Inlet.Counts(
                        row.getLong("calls"), row.getLong("stored"), row.getLong("left_out"), row.getLong("refused")),
                called ? new Inlet.Last(lastAt, row.getString("last_account"), row.getString("last_outcome")) : null,
                row.getLong("created_at"));
    }
}
