package io.reprise.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * A token that lives in the memory of one process and in no store: it proves who asks as long as that process answers.
 * Made by chance, shown to nobody but the one it is made for. Immutable.
 */
public final class Pass {
    private final SecretText secret;
    private final User user;

    private Pass(SecretText secret, User user) {
        this.secret = secret;
        this.user = user;
    }

    public static Pass to(User user, SecureRandom random) {
        return new Pass(SecretText.session(random), user);
    }

    /** What to send as the token. */
    public String text() {
        return secret.text();
    }

    public User user() {
        return user;
    }

    /** Takes as long for a near miss as for any other. */
    boolean isProvenBy(String token) {
        return MessageDigest.isEqual(
                secret.text().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Pass of " + user.name();
    }
}
