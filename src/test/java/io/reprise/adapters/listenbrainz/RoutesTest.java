package io.reprise.adapters.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.store.Dialect;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every other route, and what holds on all of them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class RoutesTest {
    private final Server server = new Server(Dialect.SQLITE);
    private final long now = server.now();

    @AfterEach
    void close() {
        server.close();
    }

    private String body(String path) {
        return server.get(path, server.aliceToken).response().body();
    }

    private static String deletion(long at, Object msid) {
        return "{\"listened_at\":" + at + ",\"recording_msid\":\"" + msid + "\"}";
    }

    @Test
    void a_token_is_valid_or_not_and_the_answer_says_whose_it_is() {
        String valid = "{\"code\":200,\"message\":\"Token valid.\",\"valid\":true,\"user_name\":\"Alice\"}";
        assertThat(body("/1/validate-token")).isEqualTo(valid);
        assertThat(server.get("/1/validate-token?token=" + server.aliceToken, null)
                        .response()
                        .body())
                .isEqualTo(valid);
        Server.Answer wrong = server.get("/1/validate-token", "nobody");
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.response().body()).isEqualTo("{\"code\":200,\"message\":\"Token invalid.\",\"valid\":false}");
        Server.Answer none = server.get("/1/validate-token", null);
        assertThat(none.response().body())
                .isEqualTo("{\"code\":400,\"error\":\"You need to provide an Authorization token.\"}");
    }

    @Test
    void a_question_with_a_body_is_answered_as_one_without() {
        var request =
                server.request("/1/validate-token", server.aliceToken).method("GET", BodyPublishers.ofString("{}"));
        assertThat(server.send(request).json().path("valid").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "         | You need to provide an Authorization header.",
                "abc      | Provided Authorization header is invalid.",
                "Token no | Invalid authorization token.",
            })
    void who_does_not_say_who_they_are_is_refused_in_the_words_of_listenbrainz(String header, String error) {
        for (String path :
                List.of("/1/submit-listens", "/1/delete-listen", "/1/latest-import", "/1/playing-now/delete")) {
            var request = server.request(path, null).POST(BodyPublishers.ofString("nonsense"));
            Server.Answer answer = server.send(header == null ? request : request.header("Authorization", header));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.response().body()).isEqualTo("{\"code\":401,\"error\":\"" + error + "\"}");
        }
    }

    @Test
    void a_deleted_listen_is_gone_at_once_and_its_scrobble_stays_in_the_log() {
        server.submit(now - 100, "Björk", "Jóga");
        server.submit(now - 100, "A", "same second");
        String msid = server.listens("").stream()
                .filter(listen -> listen.path("track_metadata")
                        .path("track_name")
                        .stringValue()
                        .equals("Jóga"))
                .findFirst()
                .orElseThrow()
                .path("recording_msid")
                .stringValue();
        for (int i = 0; i < 2; i++) {
            Server.Answer answer = server.post("/1/delete-listen", server.aliceToken, deletion(now - 100, msid));
            assertThat(answer.response().body()).isEqualTo("{\"status\":\"ok\"}");
        }
        assertThat(server.tracks("")).containsExactly("same second");
        assertThat(server.scrobbles(server.alice)).isEqualTo(2);
        server.submit(now - 100, "Björk", "Jóga");
        assertThat(server.tracks("")).containsExactly("same second");
    }

    @Test
    void a_listen_that_is_not_there_is_deleted_with_success_and_nothing_changes() {
        server.submit(now, "A", "T");
        String other = Msid.of("A", "other").toString();
        for (String body : List.of(deletion(now, other), deletion(now - 1, Msid.of("A", "T")))) {
            assertThat(server.post("/1/delete-listen", server.aliceToken, body).status())
                    .isEqualTo(200);
        }
        assertThat(server.tracks("")).containsExactly("T");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                        | Listen timestamp missing.",
                "{'listened_at':null}                      | Listen timestamp missing.",
                "{'listened_at':'soon'}                    | soon: Listen timestamp invalid.",
                "{'listened_at':[1]}                       | [1]: Listen timestamp invalid.",
                "{'listened_at':1}                         | Recording MSID missing.",
                "{'listened_at':1,'recording_msid':'x'}    | x: Recording MSID format invalid.",
                "{'listened_at':1,'recording_msid':7}      | 7: Recording MSID format invalid.",
                "[]  | Invalid JSON document submitted. Top level of JSON document should be a json object.",
            })
    void a_deletion_that_is_none_is_refused_in_the_words_of_listenbrainz(String body, String error) {
        Server.Answer answer = server.post("/1/delete-listen", server.aliceToken, body.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo(error);
    }

    @Test
    void the_latest_import_is_kept_for_each_service_and_only_grows() {
        String path = "/1/latest-import";
        String empty = "{\"musicbrainz_id\":\"Alice\",\"latest_import\":0,\"status\":null,\"error\":null}";
        assertThat(body(path + "?user_name=alice")).isEqualTo(empty);
        for (String body : List.of("{\"ts\":500,\"service\":\"lastfm\"}", "{\"ts\":400}", "{\"ts\":\"450\"}", "{}")) {
            assertThat(server.post(path, server.aliceToken, body).response().body())
                    .isEqualTo("{\"status\":\"ok\"}");
        }
        assertThat(body(path + "?user_name=ALICE&service=lastfm")).contains("\"latest_import\":500");
        assertThat(body(path)).contains("\"latest_import\":500");
        assertThat(body(path + "?user_name=alice&service=librefm")).isEqualTo(empty);
        for (String bad : List.of(
                "{\"ts\":\"x\"}", "{\"ts\":-1}", "{\"ts\":1,\"service\":\"my own\"}", "{\"ts\":1,\"service\":{}}")) {
            Server.Answer answer = server.post(path, server.aliceToken, bad);
            assertThat(answer.status()).as(bad).isEqualTo(400);
            assertThat(answer.error()).isEqualTo("Invalid data sent");
        }
    }

    @Test
    void what_is_playing_now_can_be_cleared() {
        String path = "/1/playing-now/delete";
        String playing = "{\"listen_type\":\"playing_now\",\"payload\":["
                + "{\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"T\","
                + "\"additional_info\":{\"submission_client\":\"Pano\"}}}]}";
        server.post("/1/submit-listens", server.aliceToken, playing);
        assertThat(server.post(path, server.aliceToken, "{\"client\":\"other\"}")
                        .status())
                .isEqualTo(404);
        assertThat(server.post(path, server.aliceToken, "{\"client\":\"pano\"}")
                        .response()
                        .body())
                .isEqualTo("{\"status\":\"ok\",\"message\":\"Playing now cleared successfully\"}");
        assertThat(server.post(path, server.aliceToken, "").response().body())
                .isEqualTo("{\"status\":\"ok\",\"message\":\"Playing now was already cleared\"}");
        assertThat(server.playingNow()).isEmpty();
    }

    @Test
    void what_there_is_only_one_of_or_nothing_of_is_answered_so() {
        assertThat(body("/1/user/alice/similar-users")).isEqualTo("{\"payload\":[]}");
        assertThat(body("/1/user/alice/services")).isEqualTo("{\"user_name\":\"Alice\",\"services\":[]}");
        assertThat(body("/1/user/alice/following")).isEqualTo("{\"following\":[],\"user\":\"Alice\"}");
        assertThat(body("/1/user/alice/followers")).isEqualTo("{\"followers\":[],\"user\":\"Alice\"}");
        assertThat(body("/1/search/users/?search_term=alice")).isEqualTo("{\"users\":[{\"user_name\":\"Alice\"}]}");
        assertThat(body("/1/search/users?search_term=bob")).isEqualTo("{\"users\":[]}");
        assertThat(server.get("/1/user/alice/similar-to/bob", server.aliceToken).error())
                .isEqualTo("Similar-to user not found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/1",
                "/1/",
                "/1/nothing",
                "/1/user/alice",
                "/1/user/alice/nothing",
                "/apis/listenbrainz/1/x",
                "//1/x"
            })
    void an_unknown_path_is_answered_with_404_as_json(String path) {
        Server.Answer answer = server.get(path, server.aliceToken);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().path("code").intValue()).isEqualTo(404);
        assertThat(answer.error()).isNotBlank();
    }

    @Test
    void a_method_that_is_not_offered_is_answered_with_405_as_json() {
        Server.Answer answer = server.get("/1/submit-listens", server.aliceToken);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.json().path("code").intValue()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/1/validate-token", "GET,/1/nothing", "POST,/1/submit-listens", "GET,/1/user/alice/listens",
        "OPTIONS,/1/submit-listens", "OPTIONS,/1/nothing/", "OPTIONS,/apis/listenbrainz/1/submit-listens/", "GET,//1/x"
    })
    void every_answer_lets_pages_of_any_origin_read_it_and_says_that_there_is_room(String method, String path) {
        Server.Answer answer = server.send(server.request(path, null).method(method, BodyPublishers.noBody()));
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Allow-Headers")).isEqualTo("Authorization, Content-Type");
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("GET", "POST", "OPTIONS");
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("21600");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("1000");
        assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("999");
        assertThat(answer.header("X-RateLimit-Reset")).isEqualTo(Long.toString(now + 10));
        assertThat(answer.header("X-RateLimit-Reset-In")).isEqualTo("10");
        if (method.equals("OPTIONS")) {
            assertThat(answer.status()).isEqualTo(200);
        }
    }
}
