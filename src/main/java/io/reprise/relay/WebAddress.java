package io.reprise.relay;

import java.net.URI;
import java.net.URISyntaxException;

/** Reads an address of the web that a person entered. Stateless; thread-safe. */
public final class WebAddress {
    private static final int SHOWN_CHARS_MAX = 200;
    private static final int ADDRESS_CHARS_MAX = 500;

    private WebAddress() {}

    /** Answers it, or an {@link IllegalArgumentException} without what may be a password. */
    public static URI read(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean plain = uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            if (web && plain && uri.getHost() != null && text.length() <= ADDRESS_CHARS_MAX) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw unusable(text);
        }
        throw unusable(text);
    }

    private static IllegalArgumentException unusable(String text) {
        String safe = text.replaceFirst("//[^/@]*@", "//***@");
        return new IllegalArgumentException(
                "address: expected one that begins with http:// or https:// and holds no password, got "
                        + (safe.length() > SHOWN_CHARS_MAX ? safe.substring(0, SHOWN_CHARS_MAX) + "..." : safe));
    }
}
