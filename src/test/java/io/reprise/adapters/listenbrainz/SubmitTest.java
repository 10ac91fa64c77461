package io.reprise.adapters.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.scrobble.Origin;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Dialect;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a program can submit, and what becomes of it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SubmitTest {
    private static final String SUBMIT = "/1/submit-listens";
    private final Server server = new Server(Dialect.SQLITE);
    private final long now = server.now();

    @AfterEach
    void close() {
        server.close();
    }

    private List<ScrobbleLog.Entry> log() {
        return server.database.read(tx -> server.log.after(tx, server.alice.id(), 0, 5000));
    }

    private static byte[] payload(ScrobbleLog.Entry entry) {
        return switch (entry) {
            case ScrobbleLog.Entry.Read read -> read.payload();
            case ScrobbleLog.Entry.Unread unread -> unread.payload();
        };
    }

    private String only() {
        assertThat(log()).hasSize(1);
        return new String(payload(log().getFirst()), StandardCharsets.UTF_8);
    }

    @Test
    void a_listen_is_kept_as_the_very_bytes_that_came() {
        String listen = "{ \"track_metadata\" : {\"track_name\":\"\\u00c4 1\",\n\t"
                + "\"artist_name\":\"Bj\u00f6rk\", \"x\":1.50e0},"
                + "\"listened_at\":  " + now + "}";
        String body = " {\"payload\" : [ " + listen + " ] , \"other\":[{}], \"listen_type\":\"single\"} \n";
        assertThat(server.post(SUBMIT, server.aliceToken, body).status()).isEqualTo(200);
        assertThat(only()).isEqualTo(listen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%d000", "\"%d000\"", "\"%d\"", "%d.75", "%d999"})
    void a_time_in_milliseconds_or_as_text_is_the_same_second_and_stays_as_it_was_sent(String form) {
        String told = form.formatted(now);
        String listen = Server.listen(now, "A", "T").replace(Long.toString(now), told);
        assertThat(server.post(SUBMIT, server.aliceToken, Server.single(listen)).status())
                .isEqualTo(200);
        assertThat(only()).isEqualTo(listen);
        assertThat(log().getFirst().scrobble().at()).isEqualTo(now);
        assertThat(server.post(SUBMIT, server.aliceToken, Server.single(Server.listen(now, "A", "T")))
                        .status())
                .isEqualTo(200);
        assertThat(log()).hasSize(1);
    }

    @Test
    void a_byte_order_mark_before_the_document_moves_nothing() {
        String listen = Server.listen(now, "Ä", "T");
        String body = "\uFEFF" + Server.single(listen);
        assertThat(server.post(SUBMIT, server.aliceToken, body).status()).isEqualTo(200);
        assertThat(only()).isEqualTo(listen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "ISO-8859-1"})
    void a_document_in_another_encoding_is_refused(String encoding) {
        byte[] body = Server.single(Server.listen(now, "Ä", "T")).getBytes(java.nio.charset.Charset.forName(encoding));
        Server.Answer answer = server.postBytes(SUBMIT, server.aliceToken, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).startsWith("Cannot parse JSON document: ");
        assertThat(log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/1/submit-listens",
                "/1/submit-listens/",
                "//1/submit-listens",
                "/1//submit-listens//",
                "/apis/listenbrainz/1/submit-listens",
                "/apis/listenbrainz/1/submit-listens/",
                "//apis/listenbrainz//1/submit-listens"
            })
    void every_way_to_write_the_path_leads_there(String path) {
        String body = Server.single(Server.listen(now, "A", "T"));
        assertThat(server.post(path, server.aliceToken, body).status()).isEqualTo(200);
        assertThat(log()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token %s", "token %s", "TOKEN %s", "Bearer %s", "bearer  %s ", "Token\t%s"})
    void the_scheme_may_be_written_as_it_likes(String form) {
        var request = server.request(SUBMIT, null)
                .header("Authorization", form.formatted(server.aliceToken))
                .POST(BodyPublishers.ofString(Server.single(Server.listen(now, "A", "T"))));
        assertThat(server.send(request).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1", "x"})
    void it_is_read_as_json_whatever_the_content_type_says(String type) {
        String listen = Server.listen(now, "Björk", "T&x=1");
        var request = server.request(SUBMIT, server.aliceToken)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(Server.single(listen)));
        assertThat(server.send(request).status()).isEqualTo(200);
        assertThat(only()).isEqualTo(listen);
    }

    @Test
    void an_import_of_a_thousand_listens_is_taken_at_once_and_read_back_in_one_page() {
        StringBuilder listens = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            listens.append(i == 0 ? "" : ",").append(Server.listen(now - 200L * i, "A" + i % 7, "T" + i));
        }
        String body = "{\"listen_type\":\"import\",\"payload\":[" + listens + "]}";
        assertThat(server.post(SUBMIT, server.aliceToken, body).status()).isEqualTo(200);
        List<String> tracks = server.tracks("?count=1000");
        assertThat(tracks).hasSize(1000).startsWith("T0", "T1").endsWith("T999");
    }

    @Test
    void the_same_again_is_a_success_and_stores_nothing() {
        String body = Server.single(Server.listen(now, "A", "T"));
        for (int i = 0; i < 3; i++) {
            assertThat(server.post(SUBMIT, server.aliceToken, body).response().body())
                    .isEqualTo("{\"status\":\"ok\"}");
        }
        assertThat(log()).hasSize(1);
    }

    @Test
    void one_bad_listen_refuses_the_whole_request_and_is_shown() {
        String bad = "{\"listened_at\":" + now + ",\"mine\":1,"
                + "\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\" \"}}";
        String body = "{\"listen_type\":\"import\",\"payload\":[" + Server.listen(now, "A", "T") + "," + bad + "]}";
        Server.Answer answer = server.post(SUBMIT, server.aliceToken, body);
        assertThat(answer.status()).isEqualTo(400);
        JsonNode json = answer.json();
        assertThat(json.path("code").intValue()).isEqualTo(400);
        assertThat(json.path("error").stringValue()).isEqualTo("field track_metadata.track_name is empty.");
        assertThat(json.path("where").stringValue()).isEqualTo("payload[1]");
        assertThat(json.path("listened_at").longValue()).isEqualTo(now);
        assertThat(json.path("track_metadata").path("artist_name").stringValue())
                .isEqualTo("A");
        assertThat(json.path("mine").intValue()).isEqualTo(1);
        assertThat(log()).isEmpty();
    }

    @Test
    void what_is_playing_now_is_shown_and_never_stored() {
        String listen = "{\"listened_at\":\"soon\",\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"T\","
                + "\"additional_info\":{\"duration\":100,\"k\":\"v\"}}}";
        String body = "{\"listen_type\":\"playing_now\",\"payload\":[" + listen + "]}";
        Server.Answer answer = server.post(SUBMIT + "?return_msid=true", server.aliceToken, body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(UUID.fromString(answer.json().path("recording_msid").stringValue()))
                .isNotNull();
        JsonNode shown = server.playingNow().getFirst();
        assertThat(shown.path("playing_now").booleanValue()).isTrue();
        assertThat(shown.has("listened_at")).isFalse();
        assertThat(shown.path("track_metadata")
                        .path("additional_info")
                        .path("k")
                        .stringValue())
                .isEqualTo("v");
        assertThat(log()).isEmpty();
        server.clock.advance(java.time.Duration.ofSeconds(101));
        assertThat(server.playingNow()).isEmpty();
    }

    @Test
    void the_msid_of_what_plays_is_the_msid_of_the_listen_that_follows() {
        String metadata =
                "\"track_metadata\":{\"artist_name\":\" Björk \"," + "\"track_name\":\"T\",\"release_name\":\"R\"}";
        String told = server.post(
                        SUBMIT + "?return_msid=true",
                        server.aliceToken,
                        "{\"listen_type\":\"playing_now\",\"payload\":[{" + metadata + "}]}")
                .json()
                .path("recording_msid")
                .stringValue();
        server.post(SUBMIT, server.aliceToken, Server.single("{\"listened_at\":" + now + "," + metadata + "}"));
        JsonNode listen = server.listens("").getFirst();
        assertThat(listen.path("recording_msid").stringValue()).isEqualTo(told);
        assertThat(listen.path("track_metadata")
                        .path("additional_info")
                        .path("recording_msid")
                        .stringValue())
                .isEqualTo(told);
    }

    @Test
    void the_origin_is_the_program_that_submits_whatever_its_version() {
        for (String info : List.of(
                "{\"submission_client\":\"Pano Scrobbler\",\"submission_client_version\":\"1\",\"media_player\":\"x\"}",
                "{\"submission_client\":\"Pano Scrobbler\",\"submission_client_version\":\"2\"}",
                "{\"submission_client\":\" \",\"media_player\":\"Kodi\"}",
                "{}")) {
            String listen = "{\"listened_at\":" + now + ","
                    + "\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"T\","
                    + "\"additional_info\":"
                    + info + "}}";
            var request = server.request(SUBMIT, server.aliceToken)
                    .header("User-Agent", "listenbrainz-mpd/2.3.8 (linux)")
                    .POST(BodyPublishers.ofString(Server.single(listen)));
            assertThat(server.send(request).status()).isEqualTo(200);
        }
        var origins = server.database.read(tx -> server.log.origins(tx, server.alice.id()));
        assertThat(origins.values())
                .containsExactlyInAnyOrder(
                        new Origin("listenbrainz", "Pano Scrobbler", "Alice"),
                        new Origin("listenbrainz", "Kodi", "Alice"),
                        new Origin("listenbrainz", "listenbrainz-mpd", "Alice"));
    }

    @Test
    void when_the_store_fails_the_client_is_told_to_come_again() {
        String body = Server.single(Server.listen(now, "A", "T"));
        assertThat(server.post(SUBMIT, server.aliceToken, body).status()).isEqualTo(200);
        server.database.write(tx -> tx.handle().execute("alter table payload_row rename to payload_row_gone"));
        body = Server.single(Server.listen(now - 500, "A", "U"));
        Server.Answer answer = server.post(SUBMIT, server.aliceToken, body);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("code").intValue()).isEqualTo(503);
        server.database.write(tx -> tx.handle().execute("alter table payload_row_gone rename to payload_row"));
        assertThat(server.scrobbles(server.alice)).isEqualTo(1);
    }
}
