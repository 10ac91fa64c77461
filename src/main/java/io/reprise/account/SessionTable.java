package io.reprise.account;

import io.reprise.store.Tx;
import java.util.Optional;

/** The table {@code session}: digests of the texts in the cookies; times in epoch seconds, UTC. */
final class SessionTable {
    private SessionTable() {}

    record Row(User user, long expiresAt) {}

    static void insert(Tx tx, UserId user, byte[] sha256, SpanOfLife life) {
        tx.handle()
                .execute(
                        "insert into session (sha256, user_id, created_at, expires_at) values (?, ?, ?, ?)",
                        sha256,
                        user.value(),
                        life.createdAt(),
                        life.expiresAt());
    }

    record SpanOfLife(long createdAt, long expiresAt) {}

    /** Who is signed in by it; it cannot name its user, since it asks for it. */
    static Optional<Row> find(Tx tx, byte[] sha256, long now) {
        return tx.handle()
                .select("""
                        select account.user_id, account.name, session.expires_at from session
                        join account on account.user_id = session.user_id
                        where session.sha256 = ? and session.expires_at > ?""", sha256, now)
                .map((row, context) -> new Row(
                        new User(new UserId(row.getInt("user_id")), row.getString("name")), row.getLong("expires_at")))
                .findOne();
    }

    static void extend(Tx tx, UserId user, byte[] sha256, long expiresAt) {
        tx.handle()
                .execute(
                        "update session set expires_at = ? where sha256 = ? and user_id = ?",
                        expiresAt,
                        sha256,
                        user.value());
    }

    static void delete(Tx tx, byte[] sha256) {
        tx.handle().execute("delete from session where sha256 = ?", sha256);
    }

    static void deleteExpired(Tx tx, UserId user, long now) {
        tx.handle().execute("delete from session where user_id = ? and expires_at <= ?", user.value(), now);
    }

    static void deleteAll(Tx tx, UserId user) {
        tx.handle().execute("delete from session where user_id = ?", user.value());
    }
}
