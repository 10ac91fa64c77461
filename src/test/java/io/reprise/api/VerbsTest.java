package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.media.MediaKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class VerbsTest {
    private final ApiServer server = new ApiServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void nothing_is_an_empty_list_and_cannot_be_rated() {
        assertThat(server.get("/music").status()).isEqualTo(200);
        assertThat(server.get("/music").json()).isEmpty();
        ApiServer.Answer rated = server.post("/music/rate", "{\"rating\":5}");
        assertThat(rated.status()).isEqualTo(409);
        assertThat(rated.json().path("detail").stringValue()).isEqualTo("There are no track scrobs");
        server.post("/music/scrob", "{\"item_id\":\"a\",\"title\":\"SOS\"}");
        ApiServer.Answer tagged = server.post("/music/tag", "{\"tag\":\"calm\"}");
        assertThat(tagged.status()).isEqualTo(409);
        assertThat(tagged.json().path("detail").stringValue()).isEqualTo("There are no tracks in reproduction");
        assertThat(server.post("/music/undo", "").status()).isEqualTo(409);
    }

    @Test
    void a_rating_is_about_what_plays_now_and_where_in_it() {
        String scrob =
                "{\"item_id\":\"beets:1\",\"artist\":\"Abba\",\"title\":\"SOS\",\"item_duration\":200,\"state\":\"";
        assertThat(server.post("/music/scrob", scrob + "started\"}").status()).isEqualTo(201);
        server.clock.advance(Duration.ofSeconds(80));

        JsonNode rated = server.post("/music/rate", "{\"rating\":8}").json();
        JsonNode tagged = server.post("/music/tag", "{\"tag\":\"calm\"}").json();

        assertThat(rated.path("title").stringValue()).isEqualTo("SOS");
        assertThat(rated.path("scrobble").intValue()).isEqualTo(1);
        assertThat(rated.path("position").doubleValue()).isEqualTo(80);
        assertThat(rated.path("value").intValue()).isEqualTo(80);
        assertThat(tagged.path("tag").stringValue()).isEqualTo("calm");
        assertThat(server.get("/api/scrobbles").json()).isEmpty();
        server.clock.advance(Duration.ofSeconds(110));
        server.post("/music/scrob", scrob + "finished\",\"duration\":190}");
        assertThat(server.get("/api/scrobbles").json()).hasSize(1);
        assertThat(server.post("/music/rate", "{\"rating\":8}").status()).isEqualTo(409);
        assertThat(server.post("/music/rate", "{\"rating\":\"high\"}").status()).isEqualTo(400);
    }

    @Test
    void undo_takes_back_the_last_rating_or_tag_and_a_get_changes_nothing() {
        server.post("/music/scrob", "{\"item_id\":\"a\",\"state\":\"started\"}");
        server.post("/music/rate", "{\"rating\":8}");
        server.post("/music/tag", "{\"tag\":\"calm\"}");

        assertThat(server.get("/music/undo").status()).isEqualTo(405);
        assertThat(server.get("/music?type_=tag").json()).hasSize(1);
        assertThat(server.post("/music/undo", "").json().path("type").stringValue())
                .isEqualTo("tag");
        assertThat(server.get("/music?type_=tag").json()).isEmpty();
        assertThat(server.delete("/music/undo").json().path("type").stringValue())
                .isEqualTo("rate");
        assertThat(server.delete("/music/undo").status()).isEqualTo(409);
        assertThat(server.get("/api/ratings").json()).hasSize(4);
    }

    @Test
    void every_kind_has_the_verbs_of_its_own() {
        server.post(
                "/api/kinds/film/scrob",
                "{\"item_id\":\"tt0078748\",\"title\":\"Alien\",\"year\":1979,\"state\":\"started\"}");

        assertThat(server.post("/api/kinds/film/rate", "{\"rating\":4.5,\"least\":0.5,\"scale\":5}")
                        .json()
                        .path("value")
                        .intValue())
                .isEqualTo(90);
        assertThat(server.post("/music/rate", "{\"rating\":4}")
                        .json()
                        .path("detail")
                        .stringValue())
                .isEqualTo("There are no track scrobs");
        assertThat(server.post("/api/kinds/book/rate", "{\"rating\":4}")
                        .json()
                        .path("detail")
                        .stringValue())
                .isEqualTo("There are no book scrobs");
        JsonNode history = server.get("/api/kinds/film?item_id=tt0078748").json();
        assertThat(history).hasSize(2);
        assertThat(server.get("/api/kinds/film?item_id=other").json()).isEmpty();
        assertThat(server.get("/api/kinds/tune").status()).isEqualTo(404);
    }

    @Test
    void what_plays_is_rated_tagged_and_noted_at_its_position_whatever_kind_it_is() {
        for (MediaKind kind : MediaKind.values()) {
            String path = "/api/kinds/" + kind.word();
            String started =
                    "{\"item_id\":\"x\",\"title\":\"X\",\"show\":\"Y\",\"item_duration\":3000,\"state\":\"started\"}";
            assertThat(server.post(path + "/scrob", started).status())
                    .as(kind.word())
                    .isEqualTo(201);
            server.clock.advance(Duration.ofSeconds(40));
            JsonNode rated =
                    server.post(path + "/rate", "{\"rating\":\"4.5/5\"}").json();
            assertThat(rated.path("value").intValue()).as(kind.word()).isEqualTo(90);
            assertThat(rated.path("position").doubleValue()).as(kind.word()).isEqualTo(40);
            assertThat(rated.path("kind").stringValue()).isEqualTo(kind.word());
            server.clock.advance(Duration.ofSeconds(2));
            JsonNode noted = server.post(path + "/note", "{\"note\":\"here\"}").json();
            assertThat(noted.path("position").doubleValue()).as(kind.word()).isEqualTo(42);
            assertThat(server.post(path + "/rate", "{\"rating\":\"fine\"}").status())
                    .isEqualTo(400);
            assertThat(server.get(path + "?type_=note").json()).hasSize(1);
            assertThat(server.post(path + "/undo", "").json().path("type").stringValue())
                    .isEqualTo("note");
        }
    }

    @Test
    void durations_of_days_are_whole_and_a_part_of_it_does_not_count() {
        server.post("/api/kinds/book/scrob", "{\"item_id\":\"b\",\"duration\":172800,\"item_duration\":180000}");
        server.post(
                "/music/scrob",
                "{\"item_id\":\"s\",\"duration\":20,\"item_duration\":200,\"date\":\"2026-05-01T10:00:00\"}");

        assertThat(server.get("/api/kinds/book").json().get(0).path("duration").intValue())
                .isEqualTo(172_800);
        JsonNode song = server.get("/api/scrobbles/2").json();
        assertThat(song.path("play").path("counted").booleanValue()).isFalse();
        assertThat(song.path("reads_as").path("ended_at").stringValue()).isEqualTo("2026-05-01T10:00:00Z");
    }

    @Test
    void a_malformed_scrob_changes_nothing() {
        for (String bad : new String[] {
            "", "[]", "{}", "{\"item_id\":\"a\",\"state\":\"begun\"}", "{\"item_id\":\"a\",\"duration\":-1}"
        }) {
            assertThat(server.post("/music/scrob", bad).status()).as(bad).isEqualTo(400);
        }
        assertThat(server.get("/api/me").json().path("scrobbles").intValue()).isZero();
    }

    @Test
    void any_scrobble_can_be_rated_and_the_rating_taken_back() {
        server.tell(ApiServer.song("Abba", "SOS", "10:00:00"));

        ApiServer.Answer rated = server.post("/api/ratings", "{\"scrobble\":1,\"rating\":-1,\"least\":-1,\"scale\":1}");

        assertThat(rated.status()).isEqualTo(201);
        assertThat(rated.json().path("value").intValue()).isZero();
        assertThat(server.post("/api/ratings/1/undo", "").status()).isEqualTo(200);
        assertThat(server.post("/api/ratings/1/undo", "").status()).isEqualTo(404);
        assertThat(server.post("/api/ratings", "{\"scrobble\":2,\"tag\":\"x\"}").status())
                .isEqualTo(404);
        assertThat(server.post("/api/ratings", "{\"scrobble\":1,\"rating\":6,\"scale\":5}")
                        .status())
                .isEqualTo(400);
        assertThat(server.get("/api/ratings?limit=1").header("Link")).contains("cursor=");
    }
}
