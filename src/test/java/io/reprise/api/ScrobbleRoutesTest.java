package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ScrobbleRoutesTest {
    private final ApiServer server = new ApiServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_scrobble_is_told_and_read_back_in_the_members_of_old_and_ours() {
        ApiServer.Answer told = server.post("/api/scrobbles", ApiServer.song("Abba", "SOS", "10:00:00"));

        assertThat(told.status()).isEqualTo(201);
        assertThat(told.json().path("status").stringValue()).isEqualTo("stored");
        assertThat(told.json().path("number").intValue()).isEqualTo(1);
        ApiServer.Answer list = server.get("/api/scrobbles");
        assertThat(list.header("X-Total-Count")).isEqualTo("1");
        JsonNode row = list.json().get(0);
        assertThat(row.path("id").intValue()).isEqualTo(1);
        assertThat(row.path("artist").stringValue()).isEqualTo("Abba");
        assertThat(row.path("album").stringValue()).isEqualTo("Abba Album");
        assertThat(row.path("track").stringValue()).isEqualTo("SOS");
        assertThat(row.path("timestamp").stringValue()).isEqualTo("2026-05-01T10:00:00Z");
        assertThat(row.path("source").stringValue()).isEqualTo("curl");
        assertThat(row.has("source_id")).isTrue();
        assertThat(row.path("kind").stringValue()).isEqualTo("song");
        assertThat(row.path("when").path("time").stringValue()).isEqualTo("12:00");
        assertThat(server.get("/api/timeline").body()).isEqualTo(list.body());
    }

    @Test
    void a_scrobble_told_twice_is_known_and_answered_with_200() {
        String song = ApiServer.song("Abba", "SOS", "10:00:00");
        server.tell(song);

        ApiServer.Answer again = server.post("/api/scrobbles", song);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("status").stringValue()).isEqualTo("known");
        assertThat(again.json().path("number").intValue()).isEqualTo(1);
        assertThat(server.get("/api/scrobbles").header("X-Total-Count")).isEqualTo("1");
    }

    @Test
    void one_bad_scrobble_of_many_says_which_and_nothing_is_stored() {
        String good = ApiServer.song("Abba", "SOS", "10:00:00");
        for (String bad : new String[] {
            "{\"kind\":\"song\",\"artist\":\"X\",\"started_at\":1777629600}",
            "{\"kind\":\"tune\",\"title\":\"X\"}",
            "{\"kind\":\"song\",\"title\":\"X\",\"started_at\":\"2099-01-01T00:00:00Z\"}",
            "[]",
            "17"
        }) {
            ApiServer.Answer answer = server.post("/api/scrobbles", "{\"scrobbles\":[" + good + "," + bad + "]}");

            assertThat(answer.status()).as(bad).isEqualTo(400);
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
            assertThat(answer.json().path("where").stringValue()).as(bad).isEqualTo("scrobbles[1]");
            assertThat(answer.json().path("detail").stringValue()).contains("none was stored");
        }
        assertThat(server.get("/api/scrobbles").json()).isEmpty();
        assertThat(server.get("/api/me").json().path("scrobbles").intValue()).isZero();
    }

    @Test
    void a_malformed_body_is_answered_with_400_and_changes_nothing() {
        for (String bad : new String[] {
            "", "{", "nonsense", "[]", "{\"scrobbles\":[]}", "{\"scrobbles\":{}}", "{\"a\":1} x", "{\"a\":1}"
        }) {
            ApiServer.Answer answer = server.post("/api/scrobbles", bad);
            assertThat(answer.status()).as(bad).isEqualTo(400);
            assertThat(answer.json().path("detail").stringValue()).as(bad).isNotBlank();
        }
        assertThat(server.get("/api/me").json().path("scrobbles").intValue()).isZero();
    }

    @Test
    void pages_follow_the_cursor_and_the_offset_without_a_gap() {
        StringBuilder list = new StringBuilder("{\"scrobbles\":[");
        for (int i = 0; i < 25; i++) {
            list.append(i == 0 ? "" : ",").append(ApiServer.song("Abba", "Song " + i, "10:%02d:00".formatted(i)));
        }
        JsonNode told = server.tell(list.append("]}").toString()).json();
        assertThat(told.path("stored").intValue()).isEqualTo(25);

        ApiServer.Answer first = server.get("/api/scrobbles?limit=10&kind=song");
        assertThat(first.header("Link"))
                .startsWith("</api/scrobbles?")
                .contains("limit=10")
                .contains("rel=\"next\"");
        String next = first.header("Link").replaceAll("<(.*)>.*", "$1");
        ApiServer.Answer second = server.get(next);

        assertThat(first.json().get(0).path("track").stringValue()).isEqualTo("Song 24");
        assertThat(second.json().get(0).path("track").stringValue()).isEqualTo("Song 14");
        assertThat(server.get("/api/scrobbles?limit=10&offset=10").json()).isEqualTo(second.json());
        assertThat(second.header("X-Total-Count")).isEqualTo("25");
        assertThat(server.get("/api/scrobbles?limit=1001").status()).isEqualTo(400);
        assertThat(server.get("/api/scrobbles?cursor=what").status()).isEqualTo(400);
    }

    @Test
    void every_kind_is_taken_and_found_by_its_kind() {
        server.tell("""
                {"scrobbles": [
                {"kind":"film","title":"Alien","year":1979,"date":"2026-05-02"},
                {"kind":"episode","show":"Dark","season":1,"episode":2,"started_at":"2026-05-02T20:00:00Z"},
                {"kind":"article","url":"https://example.org/a","site":"S","started_at":"2026-05-02T21:00:00Z"},
                {"kind":"book","title":"Dune","author":"Herbert","date":"2026-05"},
                {"kind":"picture","title":"P","album":"A","started_at":"2026-05-02T21:30:00Z"},
                {"kind":"podcast","title":"E1","feed":"F","started_at":"2026-05-02T22:00:00Z"},
                {"kind":"video","title":"V","channel":"C","started_at":"2026-05-02T23:00:00Z"},
                {"kind":"song","title":"SOS","artist":"Abba","started_at":"2026-05-01T10:00:00Z"}]}
                """);

        for (String kind : new String[] {"film", "episode", "article", "book", "picture", "podcast", "video", "song"}) {
            ApiServer.Answer answer = server.get("/api/scrobbles?kind=" + kind);
            assertThat(answer.json()).as(kind).hasSize(1);
            assertThat(answer.json().get(0).path("kind").stringValue()).isEqualTo(kind);
            assertThat(answer.header("X-Total-Count")).isEqualTo("1");
        }
        assertThat(server.get("/api/scrobbles?kind=film,book").json()).hasSize(2);
        assertThat(server.get("/api/scrobbles?kind=tune").status()).isEqualTo(400);
    }

    @Test
    void one_scrobble_shows_what_was_told_what_it_reads_as_and_why_it_counts() {
        String payload = "{ \"kind\":\"song\", \"artist\":\"Abba\", \"title\":\"SOS\", \"verb\":\"skip\","
                + " \"started_at\":\"2026-05-01T10:00:00Z\" }";
        server.tell("{\"scrobbles\":[ " + payload + " ]}");

        JsonNode one = server.get("/api/scrobbles/1").json();

        assertThat(one.path("payload").stringValue()).isEqualTo(payload);
        assertThat(one.path("reads_as").path("title").stringValue()).isEqualTo("SOS");
        assertThat(one.path("play").path("counted").booleanValue()).isFalse();
        assertThat(one.path("play").path("sentence").stringValue()).isEqualTo("it was skipped");
        assertThat(server.get("/api/scrobbles/2").status()).isEqualTo(404);
        assertThat(server.get("/api/scrobbles/x").status()).isEqualTo(404);
    }

    @Test
    void a_play_is_removed_by_a_decision_and_undoing_it_brings_it_back() {
        server.tell(ApiServer.song("Abba", "SOS", "10:00:00"));

        JsonNode removed = server.delete("/api/scrobbles/1?because=not+me").json();

        assertThat(removed.path("decision").intValue()).isEqualTo(1);
        assertThat(server.get("/api/scrobbles").json()).isEmpty();
        JsonNode ledger = server.get("/api/decisions").json();
        assertThat(ledger.get(0).path("because").stringValue()).isEqualTo("not me");
        assertThat(ledger.get(0).path("by").stringValue()).isEqualTo("Ann");
        assertThat(server.post("/api/decisions/1/undo", "").status()).isEqualTo(200);
        assertThat(server.get("/api/scrobbles").json()).hasSize(1);
        assertThat(server.post("/api/decisions/1/undo", "").status()).isEqualTo(409);
        assertThat(server.post("/api/decisions/9/undo", "").status()).isEqualTo(404);
        assertThat(server.delete("/api/scrobbles/9").status()).isEqualTo(404);
    }

    @Test
    void a_merge_counts_both_as_one_and_undoing_it_parts_them() {
        server.tell(ApiServer.song("Abba", "SOS", "10:00:00"));
        server.tell(ApiServer.song("ABBA!", "SOS", "11:00:00"));

        ApiServer.Answer merged = server.post("/api/merge", "{\"kind\":\"creator\",\"from\":2,\"into\":1}");

        assertThat(merged.status()).isEqualTo(201);
        JsonNode chart = server.get("/api/charts/creators").json();
        assertThat(chart.path("rows")).hasSize(1);
        assertThat(chart.path("rows").get(0).path("plays").intValue()).isEqualTo(2);
        assertThat(server.post("/api/merge", "{\"kind\":\"creator\",\"from\":2,\"into\":1}")
                        .status())
                .isEqualTo(409);
        assertThat(server.post("/api/merge", "{\"kind\":\"creator\",\"from\":2}")
                        .status())
                .isEqualTo(400);
        server.post("/api/decisions/" + merged.json().path("decision").intValue() + "/undo", "{}");
        assertThat(server.get("/api/charts/creators").json().path("rows")).hasSize(2);
    }

    @Test
    void what_is_playing_now_is_shown_and_never_becomes_a_play() {
        String song = "{\"kind\":\"song\",\"artist\":\"Abba\",\"title\":\"SOS\"}";

        assertThat(server.post("/api/now-playing", song).status()).isEqualTo(201);

        JsonNode playing = server.get("/api/now-playing").json();
        assertThat(playing.get(0).path("title").stringValue()).isEqualTo("SOS");
        assertThat(playing.get(0).path("scrobble").path("artist").stringValue()).isEqualTo("Abba");
        assertThat(server.get("/api/scrobbles").json()).isEmpty();
        assertThat(server.delete("/api/now-playing").json().path("cleared").booleanValue())
                .isTrue();
        assertThat(server.get("/api/now-playing").json()).isEmpty();
    }
}
