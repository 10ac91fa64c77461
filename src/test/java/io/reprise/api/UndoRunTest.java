package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.store.Dialect;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** An import run undone and redone over HTTP, and carried to another server. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class UndoRunTest {
    private static final String FILE = ApiServer.song("Abba", "SOS", "10:00:00")
            + '\n'
            + ApiServer.song("Abba", "Waterloo", "11:00:00")
            + '\n'
            + ApiServer.song("Blur", "Tender", "12:00:00")
            + '\n';

    private static void bring(ApiServer server, String name, String text) {
        assertThat(server.end(
                        server.post("/api/import?name=" + name, text).json().path("job")))
                .contains("\"state\":\"done\"");
    }

    private static String turn(ApiServer server, int run, String verb) {
        ApiServer.Answer answer = server.post("/api/imports/" + run + "/" + verb, "{\"because\":\"the wrong file\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return server.end(answer.json().path("job"));
    }

    private static int plays(ApiServer server) {
        return server.get("/api/totals").json().path("plays").asInt(-1);
    }

    private static String standing(ApiServer server, int run) {
        return server.get("/api/imports/" + run).json().path("standing").asString("");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_run_is_undone_and_redone_as_a_whole(Dialect dialect) {
        try (ApiServer server = new ApiServer(dialect)) {
            server.tell(ApiServer.song("Abba", "SOS", "10:00:03"));
            String before = server.get("/api/totals").body();
            bring(server, "wrong.ndjson", FILE);
            String with = server.get("/api/totals").body();
            assertThat(plays(server)).isEqualTo(3);

            assertThat(turn(server, 1, "undo")).contains("3 scrobbles do not count");
            assertThat(server.get("/api/totals").body()).isEqualTo(before);
            assertThat(standing(server, 1)).isEqualTo("undone");
            assertThat(server.get("/api/scrobbles/3")
                            .json()
                            .path("play")
                            .path("sentence")
                            .asString(""))
                    .isEqualTo("the import that brought it was undone");
            assertThat(server.post("/api/imports/1/undo", "").status()).isEqualTo(409);
            JsonNode decision = server.get("/api/decisions").json().get(0);
            assertThat(decision.path("kind").asString("")).isEqualTo("retract run");
            assertThat(decision.path("because").asString("")).isEqualTo("the wrong file");
            assertThat(server.post("/api/decisions/1/undo", "").body()).contains("import run 1");

            bring(server, "wrong.ndjson", FILE);
            assertThat(server.get("/api/imports/2").json().path("message").asString(""))
                    .contains("import run 1", "redo");
            assertThat(server.get("/api/totals").body()).isEqualTo(before);

            turn(server, 1, "redo");
            assertThat(server.get("/api/totals").body()).isEqualTo(with);
            assertThat(standing(server, 1)).isEqualTo("counted");
            assertThat(server.post("/api/imports/1/redo", "").body()).contains("nothing to redo");
            assertThat(server.post("/api/imports/9/undo", "").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_export_carries_an_undone_run_so_that_it_can_be_redone_there(Dialect dialect) {
        try (ApiServer here = new ApiServer(dialect);
                ApiServer there = new ApiServer(dialect)) {
            here.tell(ApiServer.song("Abba", "SOS", "10:00:03"));
            bring(here, "wrong.ndjson", FILE);
            turn(here, 1, "undo");
            turn(here, 1, "redo");
            turn(here, 1, "undo");
            String export = here.get("/api/export?format=ndjson").body();

            bring(there, "export.ndjson", export);
            assertThat(there.get("/api/imports/1/refusals").body()).isEqualTo("[]");
            assertThat(there.get("/api/totals").body())
                    .isEqualTo(here.get("/api/totals").body());
            assertThat(plays(there)).isEqualTo(1);
            assertThat(standing(there, 2)).isEqualTo("undone");
            assertThat(ledger(there)).hasSize(3);

            bring(there, "export.ndjson", export);
            assertThat(ledger(there)).hasSize(3);
            assertThat(there.get("/api/imports").json()).hasSize(3);
            assertThat(plays(there)).isEqualTo(1);

            turn(there, 2, "redo");
            turn(here, 1, "redo");
            assertThat(there.get("/api/totals").body())
                    .isEqualTo(here.get("/api/totals").body());
            assertThat(plays(there)).isEqualTo(3);
        }
    }

    private static List<String> ledger(ApiServer server) {
        return server.get("/api/decisions")
                .json()
                .valueStream()
                .map(JsonNode::toString)
                .toList();
    }

    @Test
    void what_was_undone_is_left_out_of_the_list_for_other_programs() {
        try (ApiServer server = new ApiServer()) {
            bring(server, "wrong.ndjson", FILE);
            turn(server, 1, "undo");

            assertThat(server.get("/api/export").json()).isEmpty();
            assertThat(server.get("/api/export?removed=true").json()).hasSize(3);
        }
    }
}
