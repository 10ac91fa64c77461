package io.reprise.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;

/**
 * Lets pages of other origins call the paths that doors opened to them (CORS). No credentials are ever allowed across,
 * so a foreign page must hold a token.
 */
final class OtherOrigins {
    private static final String PREFLIGHT_SECONDS = "86400";
    private final List<String> beginnings;

    OtherOrigins(List<String> beginnings) {
        this.beginnings = List.copyOf(beginnings);
    }

    void allow(Context context) {
        if (beginnings.stream().noneMatch(Paths.tidy(context.path())::startsWith)) {
            return;
        }
        context.header("Access-Control-Allow-Origin", "*");
        context.header("Access-Control-Expose-Headers", "Retry-After, Link, Location");
        if (context.method().equals(HandlerType.OPTIONS)) {
            context.header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE, OPTIONS");
            context.header("Access-Control-Allow-Headers", "Authorization, Content-Type");
            context.header("Access-Control-Max-Age", PREFLIGHT_SECONDS);
            context.status(204).skipRemainingHandlers();
        }
    }
}
