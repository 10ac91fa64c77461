package io.reprise.http;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Under which address a request reached this server. */
public final class AskedAddress {
    private AskedAddress() {}

    /** Such as {@code https://host:8080}: as clients outside reach it, also behind a proxy that tells that name. */
    public static String of(Context context) {
        String scheme = otherwise(context.header("X-Forwarded-Proto"), context.scheme());
        String host = otherwise(context.header("X-Forwarded-Host"), String.valueOf(context.header("Host")));
        return scheme + "://" + host;
    }

    private static String otherwise(@Nullable String told, String otherwise) {
        return told == null || told.isBlank() ? otherwise : told.strip();
    }
}
