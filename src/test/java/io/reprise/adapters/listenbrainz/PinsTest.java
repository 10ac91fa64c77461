package io.reprise.adapters.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.store.Dialect;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PinsTest {
    private static Server.Answer pin(Server server, Object msid, String more) {
        return server.post("/1/pin", server.aliceToken, "{\"recording_msid\":\"" + msid + "\"" + more + "}");
    }

    private static String get(Server server, String path) {
        return server.get("/1/alice/pins" + path, server.aliceToken).response().body();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void one_pin_stands_until_it_ends_and_all_are_listed(Dialect dialect) {
        try (Server server = new Server(dialect)) {
            server.submit(server.now() - 60, "A", "T");
            UUID msid = Msid.of("A", "T");
            String first = "{\"row_id\":1,\"created\":" + server.now() + ",\"pinned_until\":" + (server.now() + 604_800)
                    + ",\"blurb_content\":\"Wow\",\"recording_msid\":\"" + msid + "\",\"recording_mbid\":null,"
                    + "\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"T\",\"additional_info\":"
                    + "{\"recording_msid\":\"" + msid + "\"}}}";
            assertThat(pin(server, msid, ",\"blurb_content\":\"Wow\"")
                            .response()
                            .body())
                    .isEqualTo("{\"pinned_recording\":" + first + "}");
            assertThat(get(server, "/current"))
                    .isEqualTo("{\"pinned_recording\":" + first + ",\"user_name\":\"Alice\"}");
            assertThat(pin(server, new UUID(1, 2), "").status()).isEqualTo(200);
            assertThat(get(server, "/current")).contains("\"row_id\":2", "\"track_metadata\":null");
            assertThat(get(server, "?count=1&offset=1"))
                    .contains("\"row_id\":1")
                    .endsWith("\"total_count\":2,\"count\":1,\"offset\":1,\"user_name\":\"Alice\"}");
            assertThat(server.post("/1/pin/unpin", server.aliceToken, "").status())
                    .isEqualTo(200);
            assertThat(get(server, "/current")).isEqualTo("{\"pinned_recording\":nul" + "l,\"user_name\":\"Alice\"}");
            Server.Answer again = server.post("/1/pin/unpin", server.aliceToken, "");
            assertThat(again.status()).isEqualTo(404);
            assertThat(again.error())
                    .isEqualTo("Cannot find an active pinned rec" + "ording for user 'Alice' to unpin");
            assertThat(server.post("/1/pin/delete/1", server.bobToken, "").status())
                    .isEqualTo(404);
            assertThat(server.post("/1/pin/delete/1", server.aliceToken, "").status())
                    .isEqualTo(200);
            assertThat(server.post("/1/pin/delete/1", server.aliceToken, "").error())
                    .isEqualTo("Cannot find pin with row_id '1' for user 'Alice'");
            assertThat(get(server, ""))
                    .contains("\"row_id\":2", "\"total_count\":1")
                    .doesNotContain("\"row_id\":1,");
        }
    }

    @Test
    void a_pin_runs_out() {
        try (Server server = new Server(Dialect.SQLITE)) {
            pin(server, new UUID(1, 2), ",\"pinned_until\":" + (server.now() + 60));
            assertThat(get(server, "/current")).contains("\"row_id\":1");
            server.clock.advance(Duration.ofSeconds(60));
            assertThat(get(server, "/current")).contains("\"pinned_recording\":null");
            assertThat(get(server, "/following"))
                    .isEqualTo("{\"pinned_recordings\":[],\"count\":0,\"offset\":0,\"user_name\":\"Alice\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | JSON document must contain either recording_msid or recording_mbid",
                "{'recording_mbid':'x'} | Invalid JSON document s" + "ubmitted: recording_mbid should be a UUID, not x",
                "{'recording_mbid':'00000000-0000-0001-0000-000000000002','pinned_until':'"
                        + "soon'} | Invalid JSON document submitted: pi"
                        + "nned_until should be epoch seconds, not soon",
                "{'recording_mbid':'00000000-0000-0001-0000-000000000002','pinned_until':1"
                        + "} | Invalid JSON document submitted: pinned_un"
                        + "til must be greater than now, 1795226400, not 1",
                "{'recording_mbid':'00000000-0000-0001-0000-000000000002','blurb_content':"
                        + "[]} | Invalid JSON document submitted: blurb_content should be text, not []",
                "{'recording_mbid':'00000000-0000-0001-0000-000000000002','blurb_content':"
                        + "'LONG'} | Invalid JSON document submitted: blur"
                        + "b_content has at most 280 characters and no NUL",
            })
    void a_pin_that_cannot_be_right_is_refused_with_the_reason(String body, String error) {
        try (Server server = new Server(Dialect.SQLITE)) {
            String sent = body.replace('\'', '"').replace("LONG", "x".repeat(281));
            Server.Answer answer = server.post("/1/pin", server.aliceToken, sent);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo(error);
        }
    }
}
