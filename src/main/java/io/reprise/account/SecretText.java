package io.reprise.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A random text that proves who asks. Only digests of it are stored; the text has too much chance in it to be guessed.
 */
record SecretText(String text) {
    private static final int SESSION_BYTES = 32;
    private static final int SESSION_KEY_BYTES = 16;

    /** A random UUID, the form in which clients expect the tokens of ListenBrainz. */
    static SecretText token(SecureRandom random) {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(random, 16));
        long high = (bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new SecretText(new UUID(high, low).toString());
    }

    static SecretText session(SecureRandom random) {
        return new SecretText(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, SESSION_BYTES)));
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    byte[] sha256() {
        return digest("SHA-256");
    }

    /**
     * AudioScrobbler 1.2 proves a password by {@code md5(md5(password) + time)}, so whoever checks it must know the
     * inner one. What is hidden by it is a random token of 122 bits, never a password that a person chose.
     */
    String md5() {
        return HexFormat.of().formatHex(digest("MD5"));
    }

    /**
     * The session key that goes with a token: 32 hexadecimal digits, always the same for the same token, so that a
     * program that signs in at each start leaves nothing behind. Whoever knows what is stored of a token could make it,
     * and could prove the token by its MD5 as well.
     */
    static SecretText sessionKey(byte[] sha256, String md5) {
        String seed = "session key of " + HexFormat.of().formatHex(sha256) + md5;
        byte[] digest = new SecretText(seed).sha256();
        return new SecretText(HexFormat.of().formatHex(digest, 0, SESSION_KEY_BYTES));
    }

    private byte[] digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    @Override
    public String toString() {
        return "SecretText";
    }
}
