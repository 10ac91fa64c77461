package io.reprise.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The SHA-256 of a text, in the two lengths that are stored: 64 bits name an item inside one user's catalog (a chance
 * of 3 in 10^8 that any two of a million items share one), 88 bits tell scrobbles of one second apart (ADR 0004).
 */
public final class Fingerprint {
    private static final int TAIL_BYTES = 11;
    private final byte[] digest;

    private Fingerprint(byte[] digest) {
        this.digest = digest;
    }

    public static Fingerprint of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Fingerprint of(byte[] bytes) {
        try {
            return new Fingerprint(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The first 64 bits. */
    public long key() {
        return ByteBuffer.wrap(digest).getLong();
    }

    /** The 88 bits after them. */
    public byte[] tail() {
        return Arrays.copyOfRange(digest, Long.BYTES, Long.BYTES + TAIL_BYTES);
    }
}
