package io.reprise.account;

import java.util.Base64;

/**
 * A secret that only this server can read, and only for the purpose it was sealed for; see {@link Seal}. The bytes may
 * be stored anywhere. Nobody changes them afterwards.
 */
public record Sealed(byte[] bytes) {
    /** The same as text. */
    public String text() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static Sealed ofText(String text) {
        return new Sealed(Base64.getDecoder().decode(text));
    }

    @Override
    public String toString() {
        return "(sealed)";
    }
}
