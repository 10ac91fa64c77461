package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class RelayRoutesTest {
    private static final String KEY = "Zanzibarquokka";
    private final ApiServer server = new ApiServer();

    @AfterEach
    void close() {
        server.out.feed().close();
        server.close();
    }

    @Test
    void a_relay_is_made_read_changed_and_deleted_and_its_token_never_comes_out() {
        ApiServer.Answer made = server.post(
                "/api/relay",
                "{\"party\":\"listenbrainz\",\"token\":\"" + KEY
                        + "\",\"username\":\"ann\",\"events\":[\"plays\"],\"enabled\":false}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("label").asString()).isEqualTo("ListenBrainz");
        assertThat(made.json().path("state").asString()).isEqualTo("off");
        ApiServer.Answer changed = server.post("/api/relay/1", "{\"label\":\"Mine\",\"enabled\":true}");
        assertThat(changed.json().path("state").asString()).isEqualTo("on");
        assertThat(server.get("/api/relay").json().path(0).path("label").asString())
                .isEqualTo("Mine");
        assertThat(server.get("/api/relay/1/dead").body()).isEqualTo("[]");
        assertThat(server.post("/api/relay/1/retry", "").body()).isEqualTo("{\"count\":0}");
        assertThat(server.get("/api/webhooks").body()).isEqualTo("[]");
        assertThat(server.get("/api/webhooks/1").status()).isEqualTo(404);
        for (String path : new String[] {"/api/relay", "/api/relay/1"}) {
            assertThat(server.get(path).body()).doesNotContain(KEY);
        }
        assertThat(server.delete("/api/relay/1").status()).isEqualTo(200);
        assertThat(server.get("/api/relay/1").status()).isEqualTo(404);
    }

    @Test
    void what_does_not_fit_is_refused_with_what_would() {
        assertRefused("/api/relay", "{}", "party");
        assertRefused("/api/relay", "{\"party\":\"myspace\"}", "librefm");
        assertRefused("/api/relay", "{\"party\":\"listenbrainz\"}", "token");
        assertRefused("/api/relay", "{\"party\":\"webhook\",\"address\":\"http://a.example\"}", "webhooks");
        assertRefused("/api/relay", "{\"party\":\"listenbrainz\",\"token\":5}", "token");
        assertRefused(
                "/api/relay", "{\"party\":\"listenbrainz\",\"token\":\"x\",\"address\":\"file:///etc\"}", "http://");
        assertRefused(
                "/api/relay", "{\"party\":\"listenbrainz\",\"token\":\"x\",\"events\":[\"jobs\"]}", "now_playing");
        assertRefused("/api/webhooks", "{}", "address");
        assertRefused("/api/webhooks", "{\"address\":\"http://a.example\",\"events\":[\"dreams\"]}", "sync_failures");
        assertRefused("/api/webhooks", "{\"address\":\"http://u:" + KEY + "@a.example\"}", "password");
        assertThat(server.get("/api/events?after=nonsense").status()).isEqualTo(400);
    }

    private void assertRefused(String path, String body, String word) {
        ApiServer.Answer answer = server.post(path, body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.body()).as(body).contains(word).doesNotContain(KEY);
    }

    @Test
    void a_webhook_shows_its_secret_once() {
        JsonNode made = server.post("/api/webhooks", "{\"address\":\"http://127.0.0.1:1\"}")
                .json();
        String secret = made.path("secret").asString();
        assertThat(secret).hasSize(48);
        assertThat(server.get("/api/webhooks/1").body()).doesNotContain(secret);
        JsonNode tried = server.post("/api/webhooks/1/test", "").json();
        assertThat(tried.path("ok").booleanValue()).isFalse();
    }

    @Test
    void the_feed_goes_on_where_it_was() {
        server.tell(ApiServer.song("A", "One", "10:00:00"));
        JsonNode first = server.get("/api/events").json();
        assertThat(first.path("events")
                        .path(0)
                        .path("play")
                        .path("item")
                        .path("title")
                        .asString())
                .isEqualTo("One");
        String next = first.path("next").asString();
        assertThat(server.get("/api/events?after=" + next).json().path("events").size())
                .isZero();
        server.tell(ApiServer.song("A", "Two", "11:00:00"));
        JsonNode second = server.get("/api/events?after=" + next).json();
        assertThat(second.path("events").size()).isEqualTo(1);
        assertThat(server.get("/api/events?after=latest").json().path("events").size())
                .isZero();
    }

    @Test
    void a_stream_begins_at_the_last_id_and_goes_on_with_what_happens() throws IOException, InterruptedException {
        server.tell(ApiServer.song("A", "One", "10:00:00"));
        String id = server.get("/api/events")
                .json()
                .path("events")
                .path(0)
                .path("cursor")
                .asString();
        server.tell(ApiServer.song("A", "Two", "11:00:00"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<java.io.InputStream> answer = client.send(
                    server.request("/api/events", server.annToken)
                            .header("Accept", "text/event-stream")
                            .header("Last-Event-ID", id)
                            .GET()
                            .build(),
                    BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                assertThat(data(lines)).contains("\"Two\"").doesNotContain("\"One\"");
                server.tell(ApiServer.song("A", "Three", "12:00:00"));
                server.get("/api/scrobbles");
                server.out.feed().ring(server.ann.id());
                assertThat(data(lines)).contains("\"Three\"");
            }
            client.shutdownNow();
        }
    }

    private static String data(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("data: ")) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }
}
