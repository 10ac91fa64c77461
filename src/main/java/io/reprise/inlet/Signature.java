package io.reprise.inlet;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of calls: HMAC-SHA256 over the raw body, in hexadecimal digits. */
public final class Signature {
    private Signature() {}

    /** Whether this is the signature of the body under this key; how long that takes says nothing of it. */
    public static boolean fits(String key, byte[] body, String signature) {
        byte[] expected = of(key, body).getBytes(StandardCharsets.US_ASCII);
        byte[] got = signature.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, got);
    }

    static String of(String key, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    /** The answer to a signature that does not fit. */
    public static Taken wrong() {
        return new Taken.Turned(
                "the signature does not fit the body and the key",
                Reply.json(
                        401,
                        "{\"error\":\"The signature does not fit. Enter the same secret here and there; nothing was"
                                + " kept.\"}"));
    }

    /** The answer where there is no key to check a signature by. */
    public static Taken keyless() {
        return new Taken.Turned(
                "no key was entered, so no signature can be checked",
                Reply.json(
                        401,
                        "{\"error\":\"This inlet has no key yet. Enter the secret at the page Connect; nothing was"
                                + " kept.\"}"));
    }
}
