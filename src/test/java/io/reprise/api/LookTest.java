package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.store.Dialect;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A file is looked at before it is imported, over HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class LookTest {
    /**
     * One told by another source, one known from this file's own origin, a new one twice, and one that cannot be read.
     */
    private static final String FILE = ApiServer.song("Abba", "SOS", "10:00:00") + '\n'
            + ApiServer.song("Blur", "Tender", "12:00:00") + '\n'
            + ApiServer.song("Cher", "Believe", "13:00:00") + '\n'
            + ApiServer.song("Cher", "Believe", "13:00:00") + '\n'
            + "{\"kind\":\"song\",\"artist\":\"No title\"}\n";

    private static String look(ApiServer server, String name, String text) {
        ApiServer.Answer begun = server.post("/api/import?preview=true&name=" + name, text);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        assertThat(server.end(begun.json().path("job"))).contains("\"state\":\"done\"");
        return begun.json().path("job").path("id").asString("");
    }

    private static void bring(ApiServer server, String text) {
        server.end(server.post("/api/import?name=a.ndjson", text).json().path("job"));
    }

    private static long count(ApiServer server, String table) {
        return server.database.read(tx -> tx.handle()
                .createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_look_says_what_an_import_would_bring_and_stores_nothing(Dialect dialect) {
        try (ApiServer server = new ApiServer(dialect)) {
            server.tell(ApiServer.song("Abba", "SOS", "10:00:03"));
            bring(server, ApiServer.song("Blur", "Tender", "12:00:00"));
            long scrobbles = count(server, "scrobble");
            long origins = count(server, "origin");

            String job = look(server, "b.ndjson", FILE);

            JsonNode seen = server.get("/api/jobs/" + job + "/preview").json();
            assertThat(seen.path("rows_read").asInt(-1)).isEqualTo(5);
            assertThat(seen.path("rows_new").asInt(-1)).isEqualTo(2);
            assertThat(seen.path("rows_known").asInt(-1)).isEqualTo(2);
            assertThat(seen.path("rows_refused").asInt(-1)).isEqualTo(1);
            assertThat(seen.path("likely_duplicates").asInt(-1)).isEqualTo(1);
            assertThat(seen.path("duplicates").get(0).path("because").asString(""))
                    .contains("the same item; they begin 3 s apart (score 1.2 of 1.2)", "scrobble 1");
            assertThat(seen.path("sample").get(1).path("fate").asString("")).isEqualTo("known");
            assertThat(seen.path("sample").get(2).path("fate").asString("")).isEqualTo("new");
            assertThat(seen.path("refusals").get(0).path("place").asString("")).isEqualTo("b.ndjson, line 5");
            assertThat(seen.path("first_at").asString("")).endsWith("10:00:00Z");
            assertThat(seen.path("last_at").asString("")).endsWith("13:00:00Z");
            assertThat(count(server, "scrobble")).isEqualTo(scrobbles);
            assertThat(count(server, "origin")).isEqualTo(origins);
            assertThat(server.get("/api/imports").json()).hasSize(1);
            assertThat(count(server, "quarantine")).isZero();

            ApiServer.Answer begun = server.post("/api/jobs/" + job + "/import", "");
            assertThat(server.end(begun.json().path("job"))).contains("\"state\":\"done\"");
            JsonNode run = server.get("/api/imports").json().get(0);
            for (String member : new String[] {"rows_read", "rows_new", "rows_known", "rows_refused"}) {
                assertThat(run.path(member)).as(member).isEqualTo(seen.path(member));
            }
            assertThat(server.get("/api/totals").json().path("plays").asInt(-1)).isEqualTo(3);
            assertThat(server.get("/api/jobs/" + job + "/preview").status()).isEqualTo(404);
            assertThat(server.post("/api/jobs/" + job + "/import", "").status()).isEqualTo(404);
        }
    }

    @Test
    void what_cannot_be_looked_at_is_refused_with_its_reason() {
        try (ApiServer server = new ApiServer()) {
            ApiServer.Answer order = server.send(server.request("/api/import?preview=true", server.annToken)
                    .setHeader("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"source\":\"listenbrainz\"}")));
            assertThat(order.status()).isEqualTo(400);
            assertThat(server.post("/api/import?preview=maybe&name=x", FILE).status())
                    .isEqualTo(400);
            assertThat(server.post("/api/import?preview=true&name=x", "nothing").status())
                    .isEqualTo(422);
        }
    }
}
