package io.reprise.imports;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account with an outside party: the user's name there, where the party is asked (http or https, without a slash at
 * its end), the key or token that is shown to it, and who keeps a token that the party gives instead. Never prints the
 * secrets.
 */
public record OutsideAccount(
        String userName,
        URI address,
        @Nullable String apiKey,
        @Nullable String token,
        TokenKeeper keeper) {
    /** Keeps a token that the party gave in place of the one it was shown, before anything else is asked. */
    @FunctionalInterface
    public interface TokenKeeper {
        void keep(String token);
    }

    private static final int NAME_CHARS_MAX = 200;
    private static final int ADDRESS_CHARS_MAX = 500;

    public OutsideAccount {
        userName = name(userName);
    }

    /** An account whose token holds for good, or is asked with once. */
    public OutsideAccount(String userName, URI address, @Nullable String apiKey, @Nullable String token) {
        this(userName, address, apiKey, token, replaced -> {});
    }

    /** The party wants this token from now on; it is stored when this returns. */
    public void renewed(String next) {
        if (!next.equals(token)) {
            keeper.keep(next);
        }
    }

    /** Two spellings of one name have this in common; no party tells upper from lower case. */
    public String foldedName() {
        return fold(userName);
    }

    static String fold(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** A usable name, or an {@link IllegalArgumentException}. */
    static String name(String text) {
        String name = text.strip();
        if (name.isEmpty() || name.length() > NAME_CHARS_MAX || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "username: expected 1 to " + NAME_CHARS_MAX + " characters, got " + Shown.of(text));
        }
        return name;
    }

    /** Reads an address such as {@code https://libre.fm/2.0}, or throws an {@link IllegalArgumentException}. */
    static URI address(String text) {
        String plain = text.strip().replaceFirst("/+$", "");
        try {
            URI uri = new URI(plain);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && isPlain(uri) && plain.length() <= ADDRESS_CHARS_MAX) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw unusable(text);
        }
        throw unusable(text);
    }

    private static boolean isPlain(URI uri) {
        return uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
    }

    private static IllegalArgumentException unusable(String text) {
        return new IllegalArgumentException(
                "base_url: expected an address that begins with http:// or https:// and has no query, got "
                        + Shown.of(text.replaceFirst("//[^/@]*@", "//***@")));
    }

    /** A text of the other party as it may be shown and stored: without the secrets, should it repeat them. */
    String withoutSecrets(String text) {
        String safe = text;
        for (String secret : new String[] {apiKey, token}) {
            safe = secret == null || secret.isEmpty() ? safe : safe.replace(secret, "***");
        }
        return safe;
    }

    @Override
    public String toString() {
        return userName + " at " + address;
    }
}
