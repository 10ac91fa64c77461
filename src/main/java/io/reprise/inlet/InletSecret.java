package io.reprise.inlet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secret in an inlet's address: 128 random bits as 22 letters that every address may hold. Never printed. */
record InletSecret(String text) {
    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    static InletSecret fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new InletSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty where the text cannot be one. */
    static Optional<InletSecret> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new InletSecret(text)) : Optional.empty();
    }

    /** What it is looked up by: how long that takes says nothing of the secret. */
    byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "InletSecret";
    }
}
