package io.reprise.app;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.http.Door;
import io.reprise.store.Database;
import java.util.Locale;
import java.util.Map;

/** {@code /alive}: whether requests are answered and the store can be read, for health checks. */
record Alive(Database database) implements Door {
    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/alive", context -> {
            int one = database.read(
                    tx -> tx.handle().select("select 1").mapTo(Integer.class).one());
            context.header("Cache-Control", "no-store")
                    .json(Map.of(
                            "status",
                            one == 1 ? "ok" : "failing",
                            "store",
                            database.dialect().name().toLowerCase(Locale.ROOT)));
        });
    }
}
