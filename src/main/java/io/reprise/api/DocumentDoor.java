package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.http.Door;
import io.reprise.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What anybody may read: {@code /alive}, the description of the API, and a page to read it on. */
final class DocumentDoor implements Door {
    static final String DOCUMENT = "/openapi.yaml";
    private final Desk desk;
    private final byte[] document;
    /** Made when it is first asked for, not at the start. */
    private byte @Nullable [] page;

    DocumentDoor(Desk desk) {
        this.desk = desk;
        this.document = bytes(DOCUMENT);
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/alive", this::alive);
        routes.get("/api/openapi.yaml", this::describe);
        routes.get("/api/docs", this::show);
    }

    @Override
    public List<String> openToOtherOrigins() {
        return List.of("/api/", "/alive", "/music");
    }

    /** Answers where the store can be read, for health checks; a store that cannot is the server's error. */
    private void alive(Context context) {
        Database database = desk.rooms().books().read().database();
        int one = database.read(
                tx -> tx.handle().select("select 1").mapTo(Integer.class).one());
        String store = database.dialect().name().toLowerCase(Locale.ROOT);
        context.header("Cache-Control", "no-store");
        desk.answer(context, Map.of("alive", one == 1, "status", "ok", "store", store));
    }

    private void describe(Context context) {
        context.contentType("application/yaml; charset=utf-8").result(document);
    }

    private void show(Context context) {
        context.contentType("text/html; charset=utf-8").result(page());
    }

    private synchronized byte[] page() {
        if (page == null) {
            page = DocumentPage.html(new String(document, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
        }
        return page;
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = DocumentDoor.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("this program was built without " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
