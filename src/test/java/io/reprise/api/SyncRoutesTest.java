package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SyncRoutesTest {
    private static final String KEY = "Zanzibarquokka0123456789";
    private static final String PATH = "/api/sync/config";
    private final ApiServer server = new ApiServer();

    @AfterEach
    void close() {
        server.close();
    }

    private JsonNode connect() {
        ApiServer.Answer answer = server.post(
                PATH,
                "{\"source\":\"lastfm\",\"username\":\"Ann\",\"api_key\":\"" + KEY
                        + "\",\"sync_interval_minutes\":30}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(KEY);
        assertThat(answer.json().path("success").booleanValue()).isTrue();
        return answer.json().path("config");
    }

    private void finish(ApiServer.Answer started) {
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String job = started.json().path("job").path("id").stringValue();
        assertThat(server.get("/api/jobs/" + job + "/events").body()).contains("\"state\":\"done\"");
    }

    @Test
    void a_connection_is_made_shown_without_its_key_changed_and_deleted() {
        JsonNode made = connect();
        assertThat(made.path("id").intValue()).isEqualTo(1);
        assertThat(made.path("has_api_key").booleanValue()).isTrue();
        assertThat(made.path("has_token").booleanValue()).isFalse();
        assertThat(made.path("sync_interval_minutes").intValue()).isEqualTo(30);
        assertThat(made.path("enabled").booleanValue()).isTrue();

        JsonNode changed = server.post(PATH + "/1", "{\"username\":\"Ann2\",\"token\":\"t0ken\",\"enabled\":false}")
                .json()
                .path("config");
        assertThat(changed.path("id").intValue()).isEqualTo(1);
        assertThat(changed.path("username").stringValue()).isEqualTo("Ann2");
        assertThat(changed.path("has_api_key").booleanValue()).isTrue();
        assertThat(changed.path("has_token").booleanValue()).isTrue();
        assertThat(changed.path("state").stringValue()).isEqualTo("off");
        assertThat(server.post(PATH + "/1", "{\"token\":null}")
                        .json()
                        .path("config")
                        .path("has_token")
                        .booleanValue())
                .isFalse();
        assertThat(server.get(PATH).json()).hasSize(1);
        assertThat(server.get(PATH).body() + server.get(PATH + "/1").body()).doesNotContain(KEY);

        assertThat(server.send(server.request(PATH + "/1", server.annToken).DELETE())
                        .status())
                .isEqualTo(200);
        assertThat(server.get(PATH + "/1").status()).isEqualTo(404);
    }

    @Test
    void a_trigger_brings_the_history_and_the_runs_tell_of_it() {
        connect();
        ApiServer.Answer started = server.post(PATH + "/1/trigger", "");
        assertThat(started.json().path("success").booleanValue()).isTrue();
        finish(started);

        assertThat(server.get("/api/scrobbles").body()).contains("Song of Ann");
        JsonNode runs = server.get(PATH + "/1/runs").json();
        assertThat(runs.path(0).path("rows_new").intValue()).isEqualTo(1);
        assertThat(runs.path(0).path("boundary").stringValue()).isEqualTo("2023-11-14T22:13:20Z");
        assertThat(server.get(PATH + "/1").json().path("last_result").stringValue())
                .contains("1 new");

        finish(server.post(PATH + "/1/trigger", "{\"again\":true}"));
        assertThat(server.get(PATH + "/1").json().path("last_result").stringValue())
                .contains("1 row read: 0 new, 1 known");
        assertThat(server.post(PATH + "/1/trigger", "{\"again\":\"yes\"}").status())
                .isEqualTo(400);
    }

    @Test
    void a_history_is_fetched_once_by_an_order() {
        finish(server.send(server.request("/api/import", server.annToken)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"source\":\"listenbrainz\",\"username\":\"Elsewhere\"}"))));
        assertThat(server.get("/api/scrobbles").body()).contains("Song of Elsewhere");
        assertThat(server.get(PATH).json()).isEmpty();
    }

    @Test
    void what_does_not_fit_says_what_would_and_never_repeats_a_secret() {
        for (String body : new String[] {
            "{}",
            "{\"source\":\"lastfm\"}",
            "{\"source\":\"napster\",\"username\":\"Ann\"}",
            "{\"source\":\"lastfm\",\"username\":\"Ann\"}",
            "{\"source\":\"lastfm\",\"username\":\"Ann\",\"api_key\":{\"" + KEY + "\":1}}",
            "{\"source\":\"lastfm\",\"username\":\"Ann\",\"api_key\":\"" + KEY + "\\u0000\"}",
            "{\"source\":\"lastfm\",\"username\":\"Ann\",\"api_key\":\"" + KEY + "\",\"sync_interval_minutes\":5}",
            "{\"source\":\"lastfm\",\"username\":\"Ann\",\"api_key\":\"" + KEY + "\",\"base_url\":\"file:///etc\"}",
            "{\"source\":\"lastfm\",\"username\":\"Ann\",\"api_key\":\"" + KEY + "\",\"enabled\":\"yes\"}"
        }) {
            ApiServer.Answer answer = server.post(PATH, body);
            assertThat(answer.status()).as(body + answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("expected").doesNotContain(KEY);
        }
        assertThat(server.get(PATH).json()).isEmpty();
    }

    @Test
    void a_connection_of_somebody_else_is_not_there() {
        connect();
        for (String path : new String[] {"/1", "/1/runs"}) {
            assertThat(server.send(server.request(PATH + path, server.benToken).GET())
                            .status())
                    .isEqualTo(404);
        }
        for (String path : new String[] {"/1", "/1/trigger"}) {
            assertThat(server.send(server.request(PATH + path, server.benToken)
                                    .POST(BodyPublishers.ofString("{\"enabled\":false}")))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(server.send(server.request(PATH + "/1", server.benToken).DELETE())
                        .status())
                .isEqualTo(404);
        assertThat(server.get(PATH + "/1").json().path("enabled").booleanValue())
                .isTrue();
    }
}
