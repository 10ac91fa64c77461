package io.reprise.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.reprise.http.Problem;
import io.reprise.store.Database;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Tokens given, asked for and taken back. Each submit asks who holds its token, so the answers are kept for a short
 * time: a token taken back here is refused at once, one taken back on another node within {@value #KEPT_SECONDS_MAX} s.
 */
final class Tokens {
    private static final int KEPT_TOKENS_MAX = 10_000;
    static final int KEPT_SECONDS_MAX = 20;
    private static final int TEXT_CHARS_MAX = 200;
    private static final int NAME_CHARS_MAX = 100;

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Cache<ByteBuffer, Optional<User>> holders;

    Tokens(Database database, InstantSource clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.holders = Caffeine.newBuilder()
                .maximumSize(KEPT_TOKENS_MAX)
                .expireAfterWrite(Duration.ofSeconds(KEPT_SECONDS_MAX))
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
    }

    String create(UserId user, String name) {
        String shown = name.strip();
        if (shown.isEmpty() || shown.length() > NAME_CHARS_MAX || shown.indexOf('\0') >= 0) {
            throw Problem.badRequest("This name of a token cannot be used.")
                    .expected("1 to " + NAME_CHARS_MAX + " characters, none of them NUL")
                    .got(shown)
                    .where("name")
                    .raised();
        }
        SecretText secret = SecretText.token(random);
        insert(user, row(shown, secret));
        return secret.text();
    }

    private TokenTable.Row row(String name, SecretText secret) {
        return new TokenTable.Row(
                name, secret.sha256(), secret.md5(), clock.instant().getEpochSecond());
    }

    /** What is stored of this user's tokens. */
    List<TokenTable.Row> rows(UserId user) {
        return database.read(tx -> TokenTable.rows(tx, user));
    }

    /** The token of this name, made where there is none; its text is known to nobody then, its session key is. */
    TokenTable.Row named(UserId user, String name) {
        String shown = name.strip();
        String kept = shown.length() <= NAME_CHARS_MAX ? shown : shown.substring(0, NAME_CHARS_MAX);
        Optional<TokenTable.Row> known =
                rows(user).stream().filter(row -> row.name().equals(kept)).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        TokenTable.Row row = row(kept, SecretText.token(random));
        insert(user, row);
        return row;
    }

    private void insert(UserId user, TokenTable.Row row) {
        int count = database.read(tx -> TokenTable.count(tx, user));
        if (count >= TokenTable.TOKENS_MAX) {
            throw Problem.of(409, "There are " + count + " tokens already. Revoke some that are not used any more.")
                    .raised();
        }
        database.write(tx -> TokenTable.insert(tx, user, row));
    }

    Optional<User> holder(String text) {
        if (text.isEmpty() || text.length() > TEXT_CHARS_MAX) {
            return Optional.empty();
        }
        byte[] sha256 = new SecretText(text).sha256();
        ByteBuffer key = ByteBuffer.wrap(sha256);
        Optional<User> holder = holders.get(key, unknown -> database.read(tx -> TokenTable.holder(tx, sha256)));
        if (holder.isEmpty()) {
            // Guesses must not push out the tokens that are in use.
            holders.invalidate(key);
        }
        return holder;
    }

    /** Asks the store again who holds this user's tokens. */
    void drop(UserId user) {
        holders.asMap()
                .values()
                .removeIf(holder ->
                        holder.filter(known -> known.id().equals(user)).isPresent());
    }

    List<Token> of(UserId user) {
        return database.read(tx -> TokenTable.of(tx, user));
    }

    boolean revoke(UserId user, int number) {
        boolean gone = database.write(tx -> TokenTable.delete(tx, user, number)) > 0;
        if (gone) {
            drop(user);
        }
        return gone;
    }
}
