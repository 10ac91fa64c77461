package io.reprise.imports;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a connection, or of one pull. What is null is not said: a new connection takes the usual value,
 * one that exists keeps what it has.
 */
public record ConnectionOrder(
        @Nullable String source,
        @Nullable String userName,
        @Nullable String address,
        Secrets secrets,
        @Nullable Integer intervalMinutes,
        @Nullable Boolean enabled) {
    /** The key and the token, as far as something is said of them. */
    public record Secrets(Given apiKey, Given token) {}

    /** Something said of a secret: nothing, that it be removed, or another one. Never prints it. */
    public record Given(boolean isTold, @Nullable String text) {
        public static final Given NOTHING = new Given(false, null);
        private static final int CHARS_MAX = 500;

        public Given {
            boolean fits = text == null
                    || (!text.isBlank()
                            && text.length() <= CHARS_MAX
                            && text.chars().noneMatch(c -> c < ' ' || c > '~'));
            if (!fits) {
                throw new IllegalArgumentException("a key or token: expected 1 to " + CHARS_MAX
                        + " letters, digits and signs of ASCII, got something else");
            }
        }

        /** Another secret, or its removal. */
        public static Given of(@Nullable String text) {
            return new Given(true, text == null ? null : text.strip());
        }

        @Override
        public String toString() {
            return isTold ? "(a secret)" : "(nothing)";
        }
    }

    /** Only turns it on or off. */
    public static ConnectionOrder turn(boolean on) {
        return new ConnectionOrder(null, null, null, new Secrets(Given.NOTHING, Given.NOTHING), null, on);
    }

    String needSource() {
        if (source == null) {
            throw new IllegalArgumentException("source: expected the word of an outside party, got nothing");
        }
        return source;
    }

    String needUserName() {
        if (userName == null) {
            throw new IllegalArgumentException("username: expected the user's name there, got nothing");
        }
        return OutsideAccount.name(userName);
    }
}
