package io.reprise.relay;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shown to a party: the key and secret of an API account, the token (or session key, or what a webhook is
 * signed with), and a token that waits for a person's approval. Any may be null. Never prints them.
 */
public record Keys(
        @Nullable String apiKey,
        @Nullable String secret,
        @Nullable String token,
        @Nullable String pending) {
    static final Keys NONE = new Keys(null, null, null, null);
    private static final int KEYS = 4;
    private static final int CHARS_MAX = 500;

    public Keys {
        for (String key : Arrays.asList(apiKey, secret, token, pending)) {
            boolean fits = key == null
                    || !key.isBlank()
                            && key.length() <= CHARS_MAX
                            && key.chars().noneMatch(c -> c < ' ' || c > '~');
            if (!fits) {
                throw new IllegalArgumentException("a key, secret or token: expected 1 to " + CHARS_MAX
                        + " letters, digits and signs of ASCII, got something else");
            }
        }
    }

    /** The same with what is said in {@code told}. */
    Keys with(Keys told) {
        return new Keys(
                told.apiKey == null ? apiKey : told.apiKey,
                told.secret == null ? secret : told.secret,
                told.token == null ? token : told.token,
                told.pending == null ? pending : told.pending);
    }

    public Keys withToken(String granted) {
        return new Keys(apiKey, secret, granted, null);
    }

    public Keys withPending(String asked) {
        return new Keys(apiKey, secret, token, asked);
    }

    String text() {
        return String.join("\n", shown(apiKey), shown(secret), shown(token), shown(pending));
    }

    static Keys ofText(String text) {
        List<String> lines = List.of(text.split("\n", KEYS));
        return new Keys(line(lines, 0), line(lines, 1), line(lines, 2), line(lines, 3));
    }

    private static String shown(@Nullable String key) {
        return key == null ? "" : key;
    }

    private static @Nullable String line(List<String> lines, int index) {
        return index >= lines.size() || lines.get(index).isEmpty() ? null : lines.get(index);
    }

    /** A text of the other party as it may be shown and stored: without the keys, should it repeat them. */
    public String hidden(String text) {
        String safe = text;
        for (String key : Arrays.asList(apiKey, secret, token, pending)) {
            safe = key == null ? safe : safe.replace(key, "***");
        }
        return safe;
    }

    @Override
    public String toString() {
        return "(keys)";
    }
}
