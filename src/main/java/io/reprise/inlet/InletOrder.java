package io.reprise.inlet;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of an inlet; what is null is not said. A blank account takes all accounts, a blank key removes it.
 * Never prints the key.
 */
public record InletOrder(
        @Nullable String name,
        @Nullable String account,
        @Nullable String key,
        @Nullable Boolean enabled) {
    private static final int CHARS_MAX = 200;

    public InletOrder {
        name = checked("name", name);
        account = checked("account", account);
        key = checked("key", key);
    }

    private static @Nullable String checked(String member, @Nullable String text) {
        if (text != null && (text.length() > CHARS_MAX || text.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException(
                    member + ": expected at most " + CHARS_MAX + " characters in one line, got " + text.length());
        }
        return text == null ? null : text.strip();
    }

    /** Only turns it on or off. */
    public static InletOrder turn(boolean on) {
        return new InletOrder(null, null, null, on);
    }

    @Override
    public String toString() {
        return "InletOrder";
    }
}
