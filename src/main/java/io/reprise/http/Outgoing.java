package io.reprise.http;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to another party. {@code repeatable} says that sending it twice does no harm: only then is it sent again
 * after a connection broke or an answer did not come. The body may be absent; the headers say what it is.
 */
public record Outgoing(
        String method, URI address, Map<String, String> headers, byte @Nullable [] body, boolean repeatable) {
    public Outgoing {
        String scheme = address.getScheme();
        if (address.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException(
                    "an address starts with http:// or https:// and a host, not: " + address);
        }
        headers = Map.copyOf(headers);
    }

    public static Outgoing get(URI address) {
        return new Outgoing("GET", address, Map.of(), null, true);
    }

    /** A body that must not be sent twice; see {@link #harmlessTwice()}. */
    public static Outgoing post(URI address, String contentType, byte[] body) {
        return new Outgoing("POST", address, Map.of("Content-Type", contentType), body, false);
    }

    public Outgoing with(String header, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(header, value);
        return new Outgoing(method, address, all, body, repeatable);
    }

    public Outgoing harmlessTwice() {
        return new Outgoing(method, address, headers, body, true);
    }

    /** Without the query, which may hold keys. */
    @Override
    public String toString() {
        return method + " " + address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }
}
