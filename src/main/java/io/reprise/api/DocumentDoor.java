package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.http.Door;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What anybody may read: {@code /alive}, the description of the API, and a page to read it on. */
final class DocumentDoor implements Door {
    static final String DOCUMENT = "/openapi.yaml";
    private final Desk desk;
    private final byte[] document;
    private final byte[] page;

    DocumentDoor(Desk desk) {
        this.desk = desk;
        this.document = bytes(DOCUMENT);
        this.page =
                DocumentPage.html(new String(document, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/alive", context -> desk.answer(context, Map.of("alive", true)));
        routes.get("/api/openapi.yaml", this::describe);
        routes.get("/api/docs", this::show);
    }

    @Override
    public List<String> openToOtherOrigins() {
        return List.of("/api/", "/alive", "/music");
    }

    private void describe(Context context) {
        context.contentType("application/yaml; charset=utf-8").result(document);
    }

    private void show(Context context) {
        context.contentType("text/html; charset=utf-8").result(page);
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
