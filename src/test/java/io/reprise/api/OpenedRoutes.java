package io.reprise.api;

import io.javalin.http.ExceptionHandler;
import io.javalin.http.Handler;
import io.javalin.router.Endpoint;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.security.RouteRole;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsExceptionHandler;
import io.javalin.websocket.WsHandlerType;
import io.reprise.http.Door;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes down which routes doors open, as {@code GET /path/{name}}. */
final class OpenedRoutes implements JavalinDefaultRoutingApi {
    /** One route. */
    record Route(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final List<Route> routes = new ArrayList<>();

    static List<Route> of(List<Door> doors) {
        OpenedRoutes opened = new OpenedRoutes();
        doors.forEach(door -> door.open(opened));
        return List.copyOf(opened.routes);
    }

    @Override
    public JavalinDefaultRoutingApi addEndpoint(Endpoint endpoint) {
        if (!endpoint.method.name().toLowerCase(Locale.ROOT).startsWith("before")
                && !endpoint.method.name().toLowerCase(Locale.ROOT).startsWith("after")) {
            routes.add(new Route(endpoint.method.name(), endpoint.path));
        }
        return this;
    }

    @Override
    public <E extends Exception> JavalinDefaultRoutingApi exception(
            Class<E> type, ExceptionHandler<? super E> handler) {
        return this;
    }

    @Override
    public JavalinDefaultRoutingApi error(int status, String contentType, Handler handler) {
        return this;
    }

    @Override
    public <E extends Exception> JavalinDefaultRoutingApi wsException(
            Class<E> type, WsExceptionHandler<? super E> handler) {
        return this;
    }

    @Override
    public JavalinDefaultRoutingApi addWsHandler(
            WsHandlerType type, String path, Consumer<WsConfig> config, RouteRole... roles) {
        return this;
    }
}
