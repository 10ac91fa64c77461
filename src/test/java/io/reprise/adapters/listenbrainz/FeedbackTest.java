package io.reprise.adapters.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.store.Dialect;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class FeedbackTest {
    private static final String GIVE = "/1/feedback/recording-feedback";
    private static final String GIVEN = "/1/feedback/user/alice/get-feedback";
    private static final String MBID = "98255a8c-017a-4bc7-8dd6-1fa36124572b";

    private static void give(Server server, String field, Object id, int score) {
        Server.Answer answer =
                server.post(GIVE, server.aliceToken, "{\"" + field + "\":\"" + id + "\",\"score\":" + score + "}");
        assertThat(answer.response().body()).isEqualTo("{\"status\":\"ok\"}");
    }

    private static String submitWithMbid(Server server) {
        String listen = "{\"listened_at\":" + (server.now() - 50) + ",\"track_metadata\":{\"ar"
                + "tist_name\":\"A feat. B\","
                + "\"track_name\":\"T\",\"release_name\":\"R\",\"ad"
                + "ditional_info\":{\"artist_names\":[\"A\",\"B\"],"
                + "\"recording_mbid\":\"" + MBID + "\",\"duration\":200}}}";
        assertThat(server.post("/1/submit-listens", server.aliceToken, Server.single(listen))
                        .status())
                .isEqualTo(200);
        return server.listens("").getFirst().path("recording_msid").stringValue();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_listen_loved_by_its_msid_is_listed_and_found_by_either_id(Dialect dialect) {
        try (Server server = new Server(dialect)) {
            String msid = submitWithMbid(server);
            give(server, "recording_msid", msid, 1);
            long now = server.now();
            assertThat(server.get(GIVEN + "?metadata=true", server.aliceToken)
                            .response()
                            .body())
                    .isEqualTo("{\"feedback\":[{\"created\":" + now + ",\"recording_mbid\":\"" + MBID
                            + "\",\"recording_msid\":\"" + msid + "\",\"score\":1,\"user_id\":\"Alice\","
                            + "\"track_metadata\":{\"artist_name\":\"A, B\""
                            + ",\"track_name\":\"T\",\"release_name\":\"R\","
                            + "\"additional_info\":{\"duration\":200,\"recording_msid\":\"" + msid + "\"}}}],"
                            + "\"count\":1,\"total_count\":1,\"offset\":0}");
            String ids = "?recording_msids=" + msid + "," + new UUID(1, 2) + "&recording_mbids=" + MBID;
            assertThat(server.get("/1/feedback/user/alice/get-feedback-for-recordings" + ids, server.aliceToken)
                            .json()
                            .path("feedback")
                            .values())
                    .extracting(row -> row.path("score").intValue())
                    .containsExactly(1, 0, 1);
            for (String path : new String[] {msid + "/get-feedback", MBID + "/get-feedback-mbid"}) {
                assertThat(server.get("/1/feedback/recording/" + path, server.aliceToken)
                                .json()
                                .path("total_count")
                                .intValue())
                        .as(path)
                        .isEqualTo(1);
            }
            give(server, "recording_mbid", MBID, 0);
            assertThat(server.get(GIVEN, server.aliceToken).response().body())
                    .isEqualTo("{\"feedback\":[],\"count\":0,\"total_count\":0,\"offset\":0}");
        }
    }

    @Test
    void lists_are_newest_first_by_score_and_in_parts() {
        try (Server server = new Server(Dialect.SQLITE)) {
            for (int i = 1; i <= 4; i++) {
                give(server, "recording_msid", Msid.of("A", "T" + i), i % 2 == 0 ? -1 : 1);
            }
            String hated = server.get(GIVEN + "?score=-1", server.aliceToken)
                    .response()
                    .body();
            assertThat(hated)
                    .contains("\"count\":2", "\"total_count\":2", "\"score\":-1")
                    .doesNotContain("\"score\":1");
            String part = server.get(GIVEN + "?count=1&offset=1", server.aliceToken)
                    .response()
                    .body();
            assertThat(part)
                    .contains(Msid.of("A", "T3").toString(), "\"count\":1", "\"total_count\":4", "\"offset\":1");
            assertThat(server.get(GIVEN + "?count=0", server.aliceToken)
                            .response()
                            .body())
                    .contains("\"feedback\":[]", "\"total_count\":4");
        }
    }

    @Test
    void a_song_that_only_plays_now_and_one_nobody_knows_can_be_loved() {
        try (Server server = new Server(Dialect.SQLITE)) {
            String body = "{\"listen_type\":\"playing_now\",\"payload\""
                    + ":[{\"track_metadata\":{\"artist_name\":\"A\","
                    + "\"track_name\":\"Now\"}}]}";
            String msid = server.post("/1/submit-listens?return_msid=true", server.aliceToken, body)
                    .json()
                    .path("recording_msid")
                    .stringValue();
            give(server, "recording_msid", msid, 1);
            give(server, "recording_mbid", MBID, 1);
            give(server, "recording_msid", new UUID(7, 8), 1);
            String given = server.get(GIVEN + "?metadata=true", server.aliceToken)
                    .response()
                    .body();
            assertThat(given)
                    .contains(
                            "\"track_name\":\"Now\"",
                            "\"recording_mbid\":\"" + MBID + "\",\"recording_msid\":null",
                            "\"recording_msid\":\"" + new UUID(7, 8) + "\"",
                            "\"track_metadata\":null");
            assertThat(server.post(
                                    "/1/feedback/user/alice/get-feedback-for-recordings",
                                    server.aliceToken,
                                    "{\"recording_msids\":[\"" + msid + "\"],\"recording_mbids\":[\"" + MBID + "\"]}")
                            .json()
                            .path("feedback")
                            .values())
                    .extracting(row -> row.path("score").intValue())
                    .containsExactly(1, 1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'score':1} | JSON document must contain either recor"
                        + "ding_msid or recording_mbid, and score top level keys",
                "{'recording_msid':'00000000-0000-0001-0000-000000000002'} | JSON document"
                        + " must contain either recording_msid or recording_mbid, and score top level keys",
                "{'recording_msid':'00000000-0000-0001-0000-000000000002','score':1,'x':1}"
                        + " | JSON document may only contain recording_"
                        + "msid, recording_mbid and score top level keys",
                "{'recording_msid':'x','score':1} | Invalid JSON docum"
                        + "ent submitted: recording_msid should be a UUID, not x",
                "{'recording_mbid':[],'score':1} | Invalid JSON docume"
                        + "nt submitted: recording_mbid should be a UUID, not []",
                "{'recording_msid':'00000000-0000-0001-0000-000000000002','score':2} "
                        + "| Invalid JSON document submitted: score should be 1, 0 or -1, not 2"
            })
    void a_body_that_cannot_be_right_is_refused_with_the_reason(String body, String error) {
        try (Server server = new Server(Dialect.SQLITE)) {
            Server.Answer answer = server.post(GIVE, server.aliceToken, body.replace('\'', '"'));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo(error);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/1/feedback/user/alice/get-feedback?score=2 | 400 | Score can have a value of 1 or -1.",
                "/1/feedback/user/alice/get-feedback?count=x | 400 | Invalid count argument: x",
                "/1/feedback/user/alice/get-feedback?offset=-1 |" + " 400 | 'offset' should be a non-negative integer",
                "/1/feedback/user/carol/get-feedback | 404 | Cannot find user: carol",
                "/1/feedback/user/alice/get-feedback-for-recordings | "
                        + "400 | No valid recording msid or recording mbid found.",
                "/1/feedback/recording/x/get-feedback | 400 | x msid format invalid.",
                "/1/feedback/recording/x/get-feedback-mbid | 400 | x mbid format invalid."
            })
    void a_question_that_cannot_be_right_is_refused_with_the_reason(String path, int status, String error) {
        try (Server server = new Server(Dialect.SQLITE)) {
            Server.Answer answer = server.get(path, server.aliceToken);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.error()).isEqualTo(error);
        }
    }

    @Test
    void an_msid_gives_its_key_back_and_no_other_uuid_does() {
        for (long key : new long[] {0, -1, 1, Long.MIN_VALUE, 0x1234_5678_9abc_def0L, 0xffffL}) {
            UUID msid = Msid.of(key);
            assertThat(msid.version()).isEqualTo(8);
            assertThat(msid.variant()).isEqualTo(2);
            assertThat(Msid.key(msid)).hasValue(key);
            assertThat(Msid.key(new UUID(msid.getMostSignificantBits() ^ 1, msid.getLeastSignificantBits())))
                    .isEmpty();
        }
    }
}
