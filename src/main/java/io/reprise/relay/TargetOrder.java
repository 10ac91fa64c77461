package io.reprise.relay;

import java.net.URI;
import java.net.URISyntaxException;
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
    private static final int ADDRESS_CHARS_MAX = 500;

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
            return read(address);
        }
        if (usual == null) {
            throw new IllegalArgumentException("address: " + outlet.title()
                    + " may be anywhere; expected an address that begins with http:// or https://, got nothing");
        }
        return usual;
    }

    private static URI read(String text) {
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
                        + (safe.length() > TEXT_CHARS_MAX ? safe.substring(0, TEXT_CHARS_MAX) + "..." : safe));
    }

    /** What it is told of: as told, else as before, else all that the party can be told of. */
    Set<Matter> matters(Outlet outlet, @Nullable Set<Matter> was) {
        if (matters == null) {
            return was == null ? outlet.carries() : was;
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
