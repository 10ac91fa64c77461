package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What authorities found, answered over the API, and what things are taken for after that. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReviewRoutesTest {
    private final ApiServer server = new ApiServer();

    @BeforeEach
    void three_songs_wait_for_an_answer() {
        server.worker.takeUp();
        int hour = 10;
        for (String title : List.of("Says", "Hammers", "Ambre")) {
            server.tell(ApiServer.song("Nils Frahm", title, hour++ + ":00:00"));
        }
        String job = server.end(server.post("/api/resolve", "{}").json().path("job"));
        assertThat(job).contains("3 to be looked at");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private JsonNode waiting() {
        return server.get("/api/review").json();
    }

    @Test
    void a_proposal_tells_both_sides_and_waits_until_it_is_answered() {
        JsonNode first = waiting().path("proposals").get(0);
        assertThat(first.path("title").asString()).isEqualTo("Says");
        assertThat(first.path("matches")).hasSize(2);
        JsonNode witness = first.path("matches").get(0).path("evidence").get(0);
        assertThat(witness.path("speaks").asString()).isEqualTo("for");

        assertThat(server.post("/api/review/1/accept", "{\"choice\":4}").body()).contains("numbered from 0");
        assertThat(server.post("/api/review/1/accept", "{\"choice\":1}")
                        .json()
                        .path("settled")
                        .asInt())
                .isEqualTo(1);
        assertThat(server.post("/api/review/1/accept", "{}").status()).isEqualTo(409);
        assertThat(server.post("/api/review/2/reject", "{}").status()).isEqualTo(200);
        assertThat(waiting().path("waiting").asInt()).isEqualTo(1);
        assertThat(server.get("/api/review?state=rejected").json().path("proposals"))
                .hasSize(1);
        assertThat(server.post("/api/review/2/reopen", "{}").status()).isEqualTo(200);
        assertThat(server.post("/api/review/1/reopen", "{}").body()).contains("undone in the ledger");
        assertThat(server.post("/api/review/2/accept", "{\"always_for_this_credit\":true}")
                        .json()
                        .path("settled")
                        .asInt())
                .isEqualTo(2);
        assertThat(waiting().path("waiting").asInt()).isZero();
    }

    @Test
    void what_was_accepted_makes_the_item_canonical_until_it_is_undone() {
        JsonNode before = server.get("/api/items/1").json();
        assertThat(before.path("status").asString()).isEqualTo("provisional");
        assertThat(before.path("links")).isEmpty();

        server.post("/api/review/1/accept", "{}");

        JsonNode item = server.get("/api/items/1").json();
        assertThat(item.path("status").asString()).isEqualTo("canonical");
        assertThat(item.path("confidence").asDouble()).isEqualTo(1);
        assertThat(item.path("links").get(0).path("scheme").asString()).isEqualTo("mb:recording");
        JsonNode creator = server.get("/api/creators/1").json();
        assertThat(creator.path("links").get(0).path("scheme").asString()).isEqualTo("mb:artist");

        server.post("/api/decisions/1/undo", "{}");

        assertThat(server.get("/api/items/1").json().path("status").asString()).isEqualTo("provisional");
    }

    @Test
    void a_proposal_for_an_item_that_was_merged_is_about_what_stands_for_it() {
        server.post("/api/merge", "{\"kind\":\"item\",\"from\":1,\"into\":2}");

        assertThat(server.post("/api/review/1/accept", "{}").status()).isEqualTo(200);

        assertThat(server.get("/api/items/2").json().path("links")).hasSize(1);
    }

    @Test
    void a_proposal_for_what_was_removed_is_refused_with_a_reason() {
        server.delete("/api/scrobbles/1");

        ApiServer.Answer refused = server.post("/api/review/1/accept", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("no play of item 1 counts any more");
        assertThat(server.post("/api/review/2/accept", "{\"always_for_this_credit\":true}")
                        .json()
                        .path("settled")
                        .asInt())
                .isEqualTo(2);
        assertThat(waiting().path("waiting").asInt()).isEqualTo(1);
    }

    @Test
    void the_ledger_is_read_from_either_end_and_says_what_no_longer_holds() {
        for (String name : List.of("One", "Two", "Three")) {
            server.post(
                    "/api/decisions",
                    ("{\"kind\":\"item\",\"number\":1,\"type\":\"rename\",\"name\":\"%s\"}").formatted(name));
        }
        server.post("/api/decisions/2/undo", "{}");

        ApiServer.Answer newest = server.get("/api/decisions?order=newest&limit=3");
        assertThat(newest.json()).extracting(row -> row.path("number").asInt()).containsExactly(4, 3, 2);
        assertThat(newest.json().get(2).path("undone_by").asInt()).isEqualTo(4);
        assertThat(newest.json().get(1).path("undone_by").isNull()).isTrue();
        String cursor = newest.header("X-Next-Cursor");
        assertThat(server.get("/api/decisions?order=newest&cursor=" + cursor).json())
                .extracting(row -> row.path("number").asInt())
                .containsExactly(1);
        assertThat(server.get("/api/decisions?cursor=" + cursor).status()).isEqualTo(400);
        assertThat(server.get("/api/decisions").json())
                .extracting(row -> row.path("number").asInt())
                .containsExactly(1, 2, 3, 4);
        assertThat(server.get("/api/decisions?order=sideways").body()).contains("one of oldest, newest");
    }
}
