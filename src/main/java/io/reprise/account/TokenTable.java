package io.reprise.account;

import io.reprise.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code token}: digests of the texts that were given out. */
final class TokenTable {
    static final int TOKENS_MAX = 1_000;

    private TokenTable() {}

    record Row(String name, byte[] sha256, String md5, long createdAt) {
        SecretText sessionKey() {
            return SecretText.sessionKey(sha256, md5);
        }
    }

    /** Takes the user's next number, which no token ever had; the user's row is locked by this until the end. */
    static int insert(Tx tx, UserId user, Row row) {
        tx.handle().execute("update account set tokens = tokens + 1 where user_id = ?", user.value());
        return tx.handle()
                .execute(
                        """
                        insert into token (user_id, number, name, sha256, md5, key_sha256, created_at)
                        select user_id, tokens, ?, ?, ?, ?, ? from account where user_id = ?""",
                        row.name(),
                        row.sha256(),
                        row.md5(),
                        row.sessionKey().sha256(),
                        row.createdAt(),
                        user.value());
    }

    static int count(Tx tx, UserId user) {
        return tx.handle()
                .select("select count(*) from token where user_id = ?", user.value())
                .mapTo(Integer.class)
                .one();
    }

    static List<Token> of(Tx tx, UserId user) {
        return tx.handle()
                .select(
                        "select number, name, created_at from token where user_id = ? order by number limit ?",
                        user.value(),
                        TOKENS_MAX)
                .map((row, context) -> new Token(
                        row.getInt("number"), row.getString("name"), Instant.ofEpochSecond(row.getLong("created_at"))))
                .list();
    }

    /** What is stored of this user's tokens, oldest first. */
    static List<Row> rows(Tx tx, UserId user) {
        return tx.handle()
                .select("""
                        select name, sha256, md5, created_at from token where user_id = ? order by number limit ?""", user.value(), TOKENS_MAX)
                .map((row, context) -> new Row(
                        row.getString("name"), row.getBytes("sha256"), row.getString("md5"), row.getLong("created_at")))
                .list();
    }

    /**
     * Who holds the token, or the session key of a token, with this digest; it is the one question that cannot name its
     * user, since it asks for it.
     */
    static Optional<User> holder(Tx tx, byte[] sha256) {
        return tx.handle()
                .select("""
                        select account.user_id, account.name from token
                        join account on account.user_id = token.user_id
                        where token.sha256 = ? or token.key_sha256 = ?""", sha256, sha256)
                .map((row, context) -> new User(new UserId(row.getInt("user_id")), row.getString("name")))
                .findOne();
    }

    static int delete(Tx tx, UserId user, int number) {
        return tx.handle().execute("delete from token where user_id = ? and number = ?", user.value(), number);
    }
}
