package io.reprise.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is loved by one dialect is loved in all others, and no longer where one takes it back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class LoveEverywhereTest {
    @TempDir
    private Path folder = Path.of("");

    private WholeServer server;

    @BeforeEach
    void tell_of_a_song() {
        server = new WholeServer(folder);
        ask(
                "POST",
                "/api/scrobbles",
                "{\"kind\":\"song\",\"artist\":\"Abba\",\"title\":\"SOS\",\"release\":\"Abba\","
                        + "\"started_at\":\"2026-11-20T10:00:00Z\"}");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private JsonNode ask(String method, String path, String body) {
        WholeServer.Answer answer = server.send(server.request(path)
                .header("Authorization", "Token " + server.token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return answer.json();
    }

    private JsonNode lastfm(String method) {
        return server.post(
                        "/2.0/",
                        WholeServer.form("artist", "Abba", "track", "SOS") + "&format=json&method=" + method + "&sk="
                                + server.token)
                .json();
    }

    private JsonNode feedback() {
        return ask("GET", "/1/feedback/user/Alice/get-feedback?score=1", "").path("feedback");
    }

    private int lovedAtLastfm() {
        return lastfm("user.getLovedTracks").path("lovedtracks").path("track").size();
    }

    private String here() {
        return ask("GET", "/api/items/1/opinion", "").path("love").stringValue();
    }

    @Test
    void love_by_lastfm_is_read_by_listenbrainz_and_here_and_goes_everywhere_at_once() {
        lastfm("track.love");
        assertThat(feedback()).hasSize(1);
        String msid = feedback().get(0).path("recording_msid").stringValue();
        assertThat(here()).isEqualTo("loved");

        ask("POST", "/1/feedback/recording-feedback", "{\"recording_msid\":\"" + msid + "\",\"score\":0}");
        assertThat(lovedAtLastfm()).isZero();
        assertThat(here()).isEqualTo("none");

        ask("POST", "/api/items/1/opinion", "{\"love\":\"love\"}");
        assertThat(feedback()).hasSize(1);
        assertThat(lovedAtLastfm()).isEqualTo(1);

        lastfm("track.unlove");
        assertThat(here()).isEqualTo("none");
        assertThat(feedback()).isEmpty();
    }

    @Test
    void what_is_said_of_people_and_albums_and_ratings_do_not_come_out_as_feedback_on_songs() {
        ask("POST", "/api/creators/1/opinion", "{\"love\":\"love\",\"rating\":\"5/5\",\"tag\":\"swedish\"}");
        ask("POST", "/api/containers/1/opinion", "{\"rating\":\"8/10\",\"note\":\"The red one\"}");
        ask("POST", "/api/items/1/opinion", "{\"rating\":\"100%\"}");
        assertThat(feedback()).isEmpty();
        assertThat(lovedAtLastfm()).isZero();
        JsonNode album = ask("GET", "/api/containers/1/opinion?scale=half-stars", "");
        assertThat(album.path("rating").path("shown").stringValue()).isEqualTo("4/5");
        assertThat(album.path("notes").get(0).path("text").stringValue()).isEqualTo("The red one");
        assertThat(ask("GET", "/api/tags/SWEDISH", "").get(0).path("name").stringValue())
                .isEqualTo("Abba");
    }
}
