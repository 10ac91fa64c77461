package io.reprise.account;

import io.reprise.store.Database;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sign-ins that last {@value #DAYS_MAX} days from their last use (noted once a day, so that reading pages writes
 * little).
 */
final class Sessions {
    static final int DAYS_MAX = 90;
    private static final long LIFE_SECONDS = Duration.ofDays(DAYS_MAX).toSeconds();
    private static final long NOTED_EVERY_SECONDS = Duration.ofDays(1).toSeconds();
    private static final int TEXT_CHARS_MAX = 100;

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random;

    Sessions(Database database, InstantSource clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    String start(UserId user) {
        SecretText secret = SecretText.session(random);
        long now = clock.instant().getEpochSecond();
        return database.write(tx -> {
            SessionTable.deleteExpired(tx, user, now);
            SessionTable.insert(tx, user, secret.sha256(), new SessionTable.SpanOfLife(now, now + LIFE_SECONDS));
            return secret.text();
        });
    }

    Optional<User> user(String text) {
        if (text.isEmpty() || text.length() > TEXT_CHARS_MAX) {
            return Optional.empty();
        }
        byte[] sha256 = new SecretText(text).sha256();
        long now = clock.instant().getEpochSecond();
        Optional<SessionTable.Row> session = database.read(tx -> SessionTable.find(tx, sha256, now));
        session.filter(row -> row.expiresAt() < now + LIFE_SECONDS - NOTED_EVERY_SECONDS)
                .ifPresent(row -> extend(row.user().id(), sha256, now + LIFE_SECONDS));
        return session.map(SessionTable.Row::user);
    }

    private void extend(UserId user, byte[] sha256, long expiresAt) {
        database.write(tx -> {
            SessionTable.extend(tx, user, sha256, expiresAt);
            return true;
        });
    }

    void end(String text) {
        byte[] sha256 = new SecretText(text).sha256();
        database.write(tx -> {
            SessionTable.delete(tx, sha256);
            return true;
        });
    }
}
