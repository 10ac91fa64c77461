package io.reprise.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what a user entrusts to this server, such as the key to another service, so that a copy of the store alone
 * tells nothing: AES-256-GCM under the server's key. Each secret is bound to its user and purpose; moved to another row
 * it does not open. Thread-safe.
 */
public final class Seal {
    private static final byte FIRST_FORM = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final ServerKey key;
    private final SecureRandom random;

    public Seal(ServerKey key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /** Seals a secret of this user for this purpose, such as {@code connection 3}. */
    public Sealed close(UserId user, String purpose, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, user, purpose);
            byte[] hidden = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return new Sealed(ByteBuffer.allocate(1 + NONCE_BYTES + hidden.length)
                    .put(FIRST_FORM)
                    .put(nonce)
                    .put(hidden)
                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** The secret; empty where it was sealed under another key, for somebody else or for another purpose. */
    public Optional<String> open(UserId user, String purpose, Sealed sealed) {
        byte[] bytes = sealed.bytes();
        if (bytes.length <= 1 + NONCE_BYTES || bytes[0] != FIRST_FORM) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOfRange(bytes, 1, 1 + NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, user, purpose);
            byte[] plain = cipher.doFinal(bytes, 1 + NONCE_BYTES, bytes.length - 1 - NONCE_BYTES);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UserId user, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("user " + user + ", " + purpose).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
