package io.reprise.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A path of the API with what is asked of it. Immutable. */
record Query(String path, String parameters) {
    static Query of(String path) {
        return new Query(path, "");
    }

    /** With one more parameter; without it where there is no value. */
    Query with(String name, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        String pair = name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        return new Query(path, parameters.isEmpty() ? pair : parameters + "&" + pair);
    }

    /** A text as one part of a path. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }
}
