package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.store.Dialect;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The list of folded plays, and pairs taken apart and folded again, over HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DuplicatesTest {
    private static int plays(ApiServer server) {
        return server.get("/api/totals").json().path("plays").asInt(-1);
    }

    /** Two programs tell of the same five songs, some seconds apart. */
    private static ApiServer told(Dialect dialect) {
        ApiServer server = new ApiServer(dialect);
        for (int i = 0; i < 5; i++) {
            server.tell(ApiServer.song("Abba", "Song " + i, "1" + i + ":00:00"));
            server.send(server.request("/api/scrobbles", server.annToken)
                    .setHeader("User-Agent", "player/1")
                    .POST(BodyPublishers.ofString(ApiServer.song("Abba", "Song " + i, "1" + i + ":00:0" + (i + 1)))));
        }
        return server;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void pairs_are_listed_with_their_reason_page_by_page(Dialect dialect) {
        try (ApiServer server = told(dialect)) {
            ApiServer.Answer first = server.get("/api/duplicates?limit=3");
            assertThat(first.json()).hasSize(3);
            JsonNode latest = first.json().get(0);
            assertThat(latest.path("title").asString("")).isEqualTo("Song 4");
            assertThat(latest.path("sentence").asString("")).contains("they begin 5 s apart", "score 1.2");
            assertThat(latest.path("folded").path("origin_number").asInt(0))
                    .isNotEqualTo(latest.path("stands").path("origin_number").asInt(0));

            ApiServer.Answer rest = server.get("/api/duplicates?limit=3&cursor=" + first.header("X-Next-Cursor"));
            assertThat(rest.json()).hasSize(2);
            assertThat(rest.json().get(1).path("title").asString("")).isEqualTo("Song 0");

            int origin = latest.path("folded").path("origin_number").asInt(0);
            int other = latest.path("stands").path("origin_number").asInt(0);
            int ofOne = server.get("/api/duplicates?origin=" + origin).json().size();
            int ofOther = server.get("/api/duplicates?origin=" + other).json().size();
            assertThat(ofOne).isPositive();
            assertThat(ofOne + ofOther).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_pair_is_taken_apart_and_folded_again(Dialect dialect) {
        try (ApiServer server = told(dialect)) {
            long number = server.get("/api/duplicates")
                    .json()
                    .get(0)
                    .path("folded")
                    .path("number")
                    .asLong(0);
            assertThat(plays(server)).isEqualTo(5);

            assertThat(server.post("/api/duplicates/" + number + "/reverse", "").status())
                    .isEqualTo(200);
            assertThat(plays(server)).isEqualTo(6);
            assertThat(server.get("/api/duplicates").json()).hasSize(4);

            assertThat(server.post("/api/duplicates/" + number + "/fold", "").status())
                    .isEqualTo(200);
            assertThat(plays(server)).isEqualTo(5);
            assertThat(server.get("/api/duplicates").json()).hasSize(5);
            assertThat(server.post("/api/duplicates/" + number + "/fold", "").body())
                    .contains("was not taken apart");
            assertThat(server.post("/api/duplicates/99/reverse", "").status()).isEqualTo(409);
        }
    }
}
