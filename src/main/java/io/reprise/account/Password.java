package io.reprise.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.reprise.http.Problem;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords with argon2id, 19 MiB and two passes (OWASP's password storage sheet), a few at a time, since each
 * takes its memory; who waits longer than {@value #WAIT_SECONDS_MAX} s is told to try later. Thread-safe.
 */
final class Password {
    static final int CHARS_MIN = 8;
    static final int CHARS_MAX = 1_000;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_ONCE_MAX = 4;
    private static final int WAIT_SECONDS_MAX = 10;

    /** What a hash costs who makes it, and who guesses. */
    record Cost(int memoryKib, int passes) {
        static final Cost USUAL = new Cost(19 * 1024, 2);
    }

    private final SecureRandom random;
    private final Cost cost;
    private final Semaphore turns = new Semaphore(AT_ONCE_MAX, true);

    Password(SecureRandom random, Cost cost) {
        this.random = random;
        this.cost = cost;
    }

    /** The hash with its parameters and salt in one text; a password too short or too long is a problem 400. */
    String hash(String password) {
        check(password);
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return inTurn(() -> Argon2Function.getInstance(cost.memoryKib(), cost.passes(), LANES, HASH_BYTES, Argon2.ID)
                .hash(password.getBytes(StandardCharsets.UTF_8), salt)
                .getResult());
    }

    /** A hash that no password has, of the same cost; for names that nobody has. */
    String nobodys() {
        byte[] bytes = new byte[HASH_BYTES + SALT_BYTES];
        random.nextBytes(bytes);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",p=" + LANES
                + "$" + base64.encodeToString(Arrays.copyOf(bytes, SALT_BYTES))
                + "$" + base64.encodeToString(Arrays.copyOfRange(bytes, SALT_BYTES, bytes.length));
    }

    boolean matches(String password, String hash) {
        return password.length() <= CHARS_MAX
                && inTurn(() -> Argon2Function.getInstanceFromHash(hash).check(password, hash));
    }

    private static void check(String password) {
        if (password.length() < CHARS_MIN || password.length() > CHARS_MAX) {
            throw Problem.badRequest("This password cannot be used.")
                    .expected(CHARS_MIN + " to " + CHARS_MAX + " characters")
                    .got(password.length() + " characters")
                    .where("password")
                    .raised();
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw Problem.of(503, "Too many people sign in at this moment; try again in a few seconds.")
                        .raised();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "The server is stopping; try again later.").raised();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
