package io.reprise.relay;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a target. What is null is not said: a new target takes the usual value, one that exists keeps
 * what it has. What does not fit ends in an {@link IllegalArgumentException} that names the member.
 */
public record TargetOrder(
        @Nullable String party,
        @Nullable String label,
        @Nullable String address,
        @Nullable String account,
        Keys keys,
        @Nullable Set<Matter> matters,
        @Nullable Boolean enabled) {
    private static final int TEXT_CHARS_MAX = 200;

    public TargetOrder {
        label = text("label", label);
        account = text("username", account);
    }

    /** Only turns it on or off. */
    public static TargetOrder turn(boolean on) {
        return new TargetOrder(null, null, null, null, Keys.NONE, null, on);
    }

    /** The keys that somebody gave. */
    public static Keys keys(@Nullable String apiKey, @Nullable String secret, @Nullable String token) {
        return new Keys(apiKey, secret, token, null);
    }

    private static @Nullable String text(String name, @Nullable String text) {
        if (text != null && (text.length() > TEXT_CHARS_MAX || text.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException(name + ": expected at most " + TEXT_CHARS_MAX
                    + " characters in one line, got " + text.length() + " characters");
        }
        return text;
    }

    /** Where the party is: as told, else where it was, else its usual address. */
    URI address(Outlet outlet, @Nullable URI was) {
        URI usual = was == null ? outlet.address() : was;
        if (address != null) {
            return outlet.addressOf(address);
        }
        if (usual == null) {
            throw new IllegalArgumentException(
                    "address: expected where " + outlet.title() + " is to be reached, got nothing");
        }
        return usual;
    }

    /** What it is told of: as told, else as before, else what is usual for the party. */
    Set<Matter> matters(Outlet outlet, @Nullable Set<Matter> was) {
        if (matters == null) {
            return was == null ? outlet.usually() : was;
        }
        if (matters.isEmpty() || !outlet.carries().containsAll(matters)) {
            throw new IllegalArgumentException("events: " + outlet.title() + " can be told of "
                    + words(outlet.carries()) + "; expected some of these, got "
                    + (matters.isEmpty() ? "none" : words(matters)));
        }
        return matters;
    }

    private static String words(Set<Matter> matters) {
        return matters.stream().sorted().map(Matter::word).collect(Collectors.joining(", "));
    }
}
