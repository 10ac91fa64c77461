package io.reprise.http;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/** A set of routes that one protocol, resource or page opens on the {@link WebServer}. */
public interface Door {
    void open(JavalinDefaultRoutingApi routes);

    /**
     * Beginnings of paths, as {@code /api/}, that pages of other origins may call (with a token, never with a cookie).
     */
    default List<String> openToOtherOrigins() {
        return List.of();
    }

    /** How errors look behind this door, where they are not the usual {@code application/problem+json}. */
    default List<ErrorForm> errorForms() {
        return List.of();
    }
}
