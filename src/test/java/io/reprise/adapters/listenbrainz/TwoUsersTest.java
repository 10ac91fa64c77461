package io.reprise.adapters.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.store.Dialect;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Law 6: nobody sees or changes a row of another, on any route. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class TwoUsersTest {
    private static final String SECRET = "Geheimnis";
    private final Server server = new Server(Dialect.SQLITE);

    @BeforeAll
    void alice_listens() {
        server.submit(server.now() - 60, SECRET, SECRET);
        server.post(
                "/1/submit-listens",
                server.aliceToken,
                "{\"listen_type\":\"playing_now\",\"payload\":[{\"track_metadata\":{\"artist_name\":\"" + SECRET
                        + "\",\"track_name\":\"now\"}}]}");
        server.post("/1/latest-import", server.aliceToken, "{\"ts\":777}");
    }

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/1/user/alice/listens",
                "/1/user/alice/listen-count",
                "/1/user/alice/playing-now",
                "/1/user/alice/similar-users",
                "/1/user/alice/similar-to/bob",
                "/1/user/alice/services",
                "/1/user/alice/following",
                "/1/user/alice/followers",
                "/1/latest-import?user_name=alice",
                "/1/feedback/user/alice/get-feedback?metadata=true",
                "/1/feedback/user/alice/get-feedback-for-recordings?"
                        + "recording_msids=00000000-0000-0001-0000-000000000002",
                "/1/stats/user/alice/artists",
                "/1/stats/user/alice/releases",
                "/1/stats/user/alice/release-groups",
                "/1/stats/user/alice/recordings",
                "/1/stats/user/alice/listening-activity",
                "/1/stats/user/alice/daily-activity",
                "/1/alice/pins",
                "/1/alice/pins/current",
                "/1/alice/pins/following",
                "/1/user/alice/playlists",
                "/1/user/alice/playlists/createdfor",
                "/1/user/alice/playlists/search?query=geheim",
                "/1/search/users?search_term=alice",
                "/1/user/%41lice/listens",
                "/1/user/alice%20/listens",
                "/1/user/bob%2F..%2Falice/listens",
                "/1/user/bob/../alice/listens"
            })
    void bob_learns_nothing_of_alice_and_not_even_that_she_is_there(String path) {
        Server.Answer asBob = server.get(path, server.bobToken);
        assertThat(asBob.response().body()).doesNotContain(SECRET, "777", "\"Alice\"");
        Server.Answer ofNobody = server.get(path.replaceAll("(%41|a)lice", "carol"), server.bobToken);
        assertThat(asBob.status()).isEqualTo(ofNobody.status());
        Server.Answer asNobody = server.get(path, null);
        assertThat(asNobody.status()).isIn(400, 401, 404);
        assertThat(asNobody.response().body()).doesNotContain(SECRET, "777");
    }

    @Test
    void the_error_for_another_user_is_that_of_a_user_who_is_not_there() {
        assertThat(server.get("/1/user/alice/listens", server.bobToken)
                        .response()
                        .body())
                .isEqualTo("{\"code\":404,\"error\":\"Cannot find user: alice\"}");
        assertThat(server.get("/1/user/carol/listens", server.bobToken)
                        .response()
                        .body())
                .isEqualTo("{\"code\":404,\"error\":\"Cannot find user: carol\"}");
    }

    @Test
    void what_bob_does_changes_nothing_of_alice() {
        List<JsonNode> before = server.listens("");
        JsonNode listen = before.getFirst();
        String deletion = "{\"listened_at\":" + listen.path("listened_at") + ",\"recording_msid\":"
                + listen.path("recording_msid") + "}";
        assertThat(server.post("/1/delete-listen", server.bobToken, deletion).status())
                .isEqualTo(200);
        assertThat(server.post("/1/playing-now/delete", server.bobToken, "").status())
                .isEqualTo(200);
        assertThat(server.post("/1/latest-import", server.bobToken, "{\"ts\":999}")
                        .status())
                .isEqualTo(200);
        String submission =
                Server.single(Server.listen(server.now(), "B", "bob's").replace("}}", ",\"user_name\":\"alice\"}}"));
        assertThat(server.post("/1/submit-listens", server.bobToken, submission).status())
                .isEqualTo(200);
        assertThat(server.listens("")).isEqualTo(before);
        assertThat(server.playingNow()).hasSize(1);
        assertThat(server.get("/1/latest-import", server.aliceToken).response().body())
                .contains("777");
        assertThat(server.scrobbles(server.alice)).isEqualTo(1);
        assertThat(server.scrobbles(server.bob)).isEqualTo(1);
    }

    @Test
    void a_token_taken_back_opens_nothing() {
        String token = server.accounts.createToken(server.alice.id(), "short");
        assertThat(server.get("/1/user/alice/listens", token).status()).isEqualTo(200);
        int number = server.accounts.tokens(server.alice.id()).stream()
                .filter(each -> each.name().equals("short"))
                .findFirst()
                .orElseThrow()
                .number();
        server.accounts.revoke(server.alice.id(), number);
        assertThat(server.get("/1/user/alice/listens", token).status()).isEqualTo(401);
    }
}
