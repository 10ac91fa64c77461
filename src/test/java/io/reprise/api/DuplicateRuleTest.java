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

/** The rule for duplicates over HTTP: looked at, changed, undone, and carried to another server. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DuplicateRuleTest {
    private static final String RULE = "/api/duplicates/rule";
    private static final String SURE = "{\"tolerance_seconds\":30,\"least_score\":1.2,\"rungs\":{\"starts\":true,"
            + "\"overlap\":true,\"ends\":true,\"shifted\":true,\"same_day\":true,\"undated\":true},\"apart\":[]}";

    private static ApiServer.Answer put(ApiServer server, String body) {
        return server.send(server.request(RULE, server.annToken).PUT(BodyPublishers.ofString(body)));
    }

    private static String ended(ApiServer server, ApiServer.Answer started) {
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        return server.end(started.json().path("job"));
    }

    private static int plays(ApiServer server) {
        return server.get("/api/totals").json().path("plays").asInt(-1);
    }

    /** Three plays told twice: 4 s, 25 s apart, and one told once. */
    private static void tell(ApiServer server) {
        server.tell(ApiServer.song("Abba", "SOS", "10:00:00"));
        server.tell(ApiServer.song("Abba", "Waterloo", "11:00:00"));
        server.tell(ApiServer.song("Blur", "Tender", "12:00:00"));
        bring(server, """
                {"kind":"song","artist":"Abba","title":"SOS","length":200,"started_at":"2026-05-01T10:00:04Z"}
                {"kind":"song","artist":"Abba","title":"Waterloo","length":200,"started_at":"2026-05-01T11:00:25Z"}
                """);
        assertThat(plays(server)).isEqualTo(3);
    }

    private static void bring(ApiServer server, String lines) {
        assertThat(server.end(server.post("/api/import?name=lines.ndjson", lines)
                        .json()
                        .path("job")))
                .contains("\"state\":\"done\"");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_rule_is_looked_at_then_set_then_undone(Dialect dialect) {
        try (ApiServer server = new ApiServer(dialect)) {
            tell(server);
            String before = server.get("/api/totals").body();
            JsonNode now = server.get(RULE).json();
            assertThat(now.path("rule").path("tolerance_seconds").asInt()).isEqualTo(30);
            assertThat(now.path("decision").isNull()).isTrue();
            assertThat(now.path("is_followed").asBoolean()).isTrue();
            assertThat(now.path("origins")).hasSize(2);
            assertThat(server.get(RULE + "/preview").status()).isEqualTo(404);

            assertThat(ended(server, server.post(RULE + "/preview", SURE)))
                    .contains("3 plays count, and 4 would; 0 pairs would be folded, 1 come apart");
            JsonNode seen = server.get(RULE + "/preview").json();
            assertThat(seen.path("plays_then").asInt()).isEqualTo(4);
            assertThat(seen.path("shares").get(0).path("year").asInt()).isEqualTo(2026);
            JsonNode sample = seen.path("apart_sample").get(0);
            assertThat(sample.path("title").asString("")).isEqualTo("Waterloo");
            assertThat(sample.path("sentence").asString("")).contains("25 s apart", "1.2 at least");
            assertThat(server.get("/api/totals").body()).isEqualTo(before);
            assertThat(server.get("/api/decisions").json()).isEmpty();

            assertThat(ended(server, put(server, SURE))).contains("5 scrobbles were judged again");
            assertThat(plays(server)).isEqualTo(4);
            assertThat(server.get(RULE).json().path("rule").path("least_score").asDouble())
                    .isEqualTo(1.2);
            assertThat(server.get("/api/decisions").json().get(0).path("kind").asString(""))
                    .isEqualTo("duplicate rule");
            assertThat(server.get(RULE + "/preview").status()).as("it is old").isEqualTo(404);
            String with = server.get("/api/totals").body();
            ended(server, server.post("/api/rebuild", ""));
            assertThat(server.get("/api/totals").body()).isEqualTo(with);

            ended(server, server.post("/api/decisions/1/undo", "{\"because\":\"too strict\"}"));
            assertThat(server.get("/api/totals").body()).isEqualTo(before);
            assertThat(server.get(RULE).json().path("decision").isNull()).isTrue();
            assertThat(ended(server, server.post("/api/decisions/1/undo", ""))).contains("undone before");
            ended(server, server.post("/api/decisions/2/undo", ""));
            assertThat(server.get("/api/totals").body()).as("redone").isEqualTo(with);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_export_carries_the_rule_and_what_it_made_of_the_plays(Dialect dialect) {
        try (ApiServer here = new ApiServer(dialect);
                ApiServer there = new ApiServer(dialect)) {
            tell(here);
            JsonNode origins = here.get(RULE).json().path("origins");
            ended(here, put(here, SURE));
            ended(here, here.post("/api/decisions/1/undo", ""));
            ended(here, put(here, SURE.replace("1.2", "0.7").replace("[]", "[" + origins + "]")));
            assertThat(plays(here)).isEqualTo(5);

            bring(there, here.get("/api/export?format=ndjson").body());
            assertThat(there.get("/api/imports/1/refusals").body()).isEqualTo("[]");
            assertThat(there.get("/api/totals").body())
                    .isEqualTo(here.get("/api/totals").body());
            assertThat(there.get(RULE).json().path("rule"))
                    .isEqualTo(here.get(RULE).json().path("rule"));
            assertThat(there.get(RULE).json().path("is_followed").asBoolean()).isTrue();
            bring(there, here.get("/api/export?format=ndjson").body());
            assertThat(there.get("/api/decisions").json()).hasSize(3);
            assertThat(plays(there)).isEqualTo(5);
        }
    }

    @Test
    void a_rule_that_does_not_fit_is_refused_and_says_what_would() {
        try (ApiServer server = new ApiServer()) {
            assertThat(put(server, "{}").body()).contains("missing: apart, least_score, rungs, tolerance_seconds");
            assertThat(put(server, SURE.replace("1.2", "3")).status()).isEqualTo(400);
            String stranger = "{\"protocol\":\"x\",\"client\":\"y\",\"account\":\"\"}";
            String other = stranger.replace("y", "z");
            ApiServer.Answer answer = put(server, SURE.replace("[]", "[[" + stranger + "," + other + "]]"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("sources of this history, got x / y");
            assertThat(server.get("/api/decisions").json()).isEmpty();
        }
    }
}
