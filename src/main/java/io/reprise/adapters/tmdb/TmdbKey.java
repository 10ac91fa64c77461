package io.reprise.adapters.tmdb;

import io.reprise.http.Outgoing;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * A user's key at TMDB: the short one of version 3 (32 hexadecimal digits) goes into the query, the long read access
 * token of version 4 into a header. Neither is ever shown, logged or remembered with an answer.
 */
public record TmdbKey(String value) {
    private static final Pattern SHORT = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern LONG = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    public TmdbKey {
        value = value.strip();
        if (!SHORT.matcher(value).matches() && !LONG.matcher(value).matches()) {
            throw new IllegalArgumentException("a key of TMDB is 32 hexadecimal digits, or a read access token of three"
                    + " parts joined by dots; what came has " + value.length() + " characters and is neither");
        }
    }

    Outgoing sign(Outgoing request) {
        if (LONG.matcher(value).matches()) {
            return request.with("Authorization", "Bearer " + value);
        }
        String address = request.address().toString();
        String keyed = address + (address.contains("?") ? "&" : "?") + "api_key=" + value;
        return new Outgoing(
                request.method(), URI.create(keyed), request.headers(), request.body(), request.repeatable());
    }

    @Override
    public String toString() {
        return "TmdbKey[***]";
    }
}
