package io.reprise.adapters.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.reprise.store.Dialect;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, in which words; and what is taken although ListenBrainz would refuse it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ValidationTest {
    private static final String SUBMIT = "/1/submit-listens";
    private static final String ID = "98255a8c-017a-4bc7-8dd6-1fa36124572b";
    private final Server server = new Server(Dialect.SQLITE);

    @AfterAll
    void close() {
        server.close();
    }

    private Server.Answer submit(String body) {
        return server.post(SUBMIT, server.aliceToken, body.replace("NOW", Long.toString(server.now())));
    }

    private static String song(String more) {
        return "{\"listened_at\":NOW,\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"T\"" + more + "}}";
    }

    private static String info(String info) {
        return song(",\"additional_info\":" + info);
    }

    static Stream<Arguments> documents() {
        String one = song("");
        String onlyOne =
                "JSON document contains more than listen for a single/playing_now. It should contain only one.";
        return Stream.of(
                arguments("", "Cannot parse JSON document: the body is empty"),
                arguments("[]", "Invalid JSON document submitted. Top level of JSON document should be a json object."),
                arguments("3", "Invalid JSON document submitted. Top level of JSON document should be a json object."),
                arguments("{}", "Invalid JSON document submitted."),
                arguments("{\"payload\":[" + one + "]}", "Invalid JSON document submitted."),
                arguments("{\"listen_type\":\"single\"}", "Invalid JSON document submitted."),
                arguments(
                        "{\"listen_type\":\"single\",\"payload\":{}}",
                        "The payload in the JSON document should be a list of listens."),
                arguments(
                        "{\"listen_type\":\"single\",\"payload\":null}",
                        "The payload in the JSON document should be a list of listens."),
                arguments("{\"listen_type\":\"single\",\"payload\":[]}", "JSON document does not contain any listens"),
                arguments(
                        "{\"listen_type\":\"import\",\"payload\":[" + (one + ",").repeat(1000) + one + "]}",
                        "Too many listens. You may not submit more than 1000 listens at once."),
                arguments(
                        Server.single(info("{\"x\":\"" + "x".repeat(10_240) + "\"}")),
                        "JSON document is too large. Each listens may not be larger than 10240 bytes."),
                arguments(
                        "{\"listen_type\":\"other\",\"payload\":[" + one + "]}",
                        "JSON document requires a valid listen_type key."),
                arguments(
                        "{\"listen_type\":[\"single\"],\"payload\":[" + one + "]}",
                        "JSON document requires a valid listen_type key."),
                arguments("{\"listen_type\":\"single\",\"payload\":[" + one + "," + one + "]}", onlyOne),
                arguments("{\"listen_type\":\"playing_now\",\"payload\":[" + one + "," + one + "]}", onlyOne),
                arguments(
                        " ".repeat(SubmitDocument.BODY_BYTES_MAX) + "{}",
                        "Payload too large. Payload cannot exceed 10240000 bytes"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_that_is_wrong_is_refused_in_the_words_of_listenbrainz(String body, String error) {
        Server.Answer answer = submit(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo(error);
        assertThat(answer.json().properties()).hasSize(2);
        assertThat(answer.json().path("code").intValue()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "nonsense", "{\"payload\":[}", "{} {}", "{\"a\":\"\u0001\"}", "{\"payload\":[{\"a\":NaN}]}"
            })
    void what_is_not_json_is_refused(String body) {
        Server.Answer answer = submit(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).startsWith("Cannot parse JSON document: ");
    }

    @Test
    void json_that_is_nested_without_end_is_refused() {
        Server.Answer answer = submit("{\"payload\":" + "[".repeat(100_000));
        assertThat(answer.status()).isEqualTo(400);
        answer = submit(Server.single(info("{\"x\":" + "[".repeat(900) + "]".repeat(900) + "}")));
        assertThat(answer.status()).isEqualTo(400);
    }

    static Stream<Arguments> listens() {
        return Stream.concat(times(), names());
    }

    private static Stream<Arguments> times() {
        String tooLow = "Value for key listened_at is too low. listened_at timestamp should be greater than 1033410600"
                + " (2002-10-01 00:00:00 UTC).";
        String noInt = "JSON document must contain an int value for listened_at.";
        String tooHigh = "Value for key listened_at is too high.";
        return Stream.of(
                arguments("7", "Each listen in the payload should be a JSON object."),
                arguments("null", "Each listen in the payload should be a JSON object."),
                arguments("\"x\"", "Each listen in the payload should be a JSON object."),
                arguments("{}", "JSON document must contain the key listened_at at the top level."),
                arguments(song("").replace("NOW", "null"), noInt),
                arguments(song("").replace("NOW", "\"soon\""), noInt),
                arguments(song("").replace("NOW", "[]"), noInt),
                arguments(song("").replace("NOW", "true"), noInt),
                arguments(song("").replace("NOW", "NOW0000"), tooHigh),
                arguments(song("").replace("NOW", "9999999999999999999999"), tooHigh),
                arguments(song("").replace("NOW", "1e400"), tooHigh),
                arguments(song("").replace("NOW", "1033430399"), tooLow),
                arguments(song("").replace("NOW", "-5"), tooLow),
                arguments(song("").replace("NOW", "0"), tooLow),
                arguments(
                        "{\"listened_at\":NOW}", "JSON document must contain the key track_metadata at the top level."),
                arguments(
                        "{\"listened_at\":NOW,\"track_metadata\":null}",
                        "JSON document may not have track_metadata with null value."),
                arguments("{\"listened_at\":NOW,\"track_metadata\":[]}", "track_metadata must be a JSON object."),
                arguments(
                        "{\"listened_at\":NOW,\"track_metadata\":{\"track_name\":\"T\"}}",
                        "JSON document does not contain required field track_metadata.artist_name."),
                arguments(
                        "{\"listened_at\":NOW,\"track_metadata\":{\"artist_name\":\"A\"}}",
                        "JSON document does not contain required field track_metadata.track_name."));
    }

    private static Stream<Arguments> names() {
        return Stream.of(
                arguments(song(",\"artist_name\":[\"A\"]"), "track_metadata.artist_name must be a single string."),
                arguments(song(",\"artist_name\":null"), "track_metadata.artist_name must be a single string."),
                arguments(song(",\"track_name\":7"), "track_metadata.track_name must be a single string."),
                arguments(song(",\"artist_name\":\"\""), "field track_metadata.artist_name is empty."),
                arguments(song(",\"track_name\":\" \\t\""), "field track_metadata.track_name is empty."),
                arguments(song(",\"release_name\":[\"R\"]"), "track_metadata.release_name must be a single string."),
                arguments(info("[]"), "track_metadata.additional_info must be a JSON object."),
                arguments(
                        info("{\"tags\":[" + "\"t\",".repeat(50) + "\"t\"]}"),
                        "JSON document may not contain more than 50 items in track_metadata.additional_info.tags."),
                arguments(
                        info("{\"tags\":[\"" + "t".repeat(65) + "\"]}"),
                        "JSON document may not contain track_metadata.additional_info.tags longer than 64 characters."),
                arguments(
                        info("{\"duration\":1,\"duration_ms\":1000}"),
                        "JSON document should not contain both duration and duration_ms."),
                arguments(info("{\"duration\":0}"), "Value for duration is invalid, should be a positive integer."),
                arguments(info("{\"duration\":-3}"), "Value for duration is invalid, should be a positive integer."),
                arguments(
                        info("{\"duration\":\"3:35\"}"),
                        "Value for duration is invalid, should be a positive integer."),
                arguments(
                        info("{\"duration_ms\":{}}"),
                        "Value for duration_ms is invalid, should be a positive integer."),
                arguments(
                        info("{\"duration\":2073601}"),
                        "Value for duration is too large, max permitted value is 2073600"),
                arguments(
                        info("{\"duration_ms\":2073600001}"),
                        "Value for duration_ms is too large, max permitted value is 2073600000"),
                arguments(info("{\"release_mbid\":\"x\"}"), "release_mbid MBID format invalid."),
                arguments(info("{\"recording_mbid\":7}"), "recording_mbid MBID format invalid."),
                arguments(info("{\"release_group_mbid\":[]}"), "release_group_mbid MBID format invalid."),
                arguments(info("{\"track_mbid\":\"" + ID + "0\"}"), "track_mbid MBID format invalid."),
                arguments(info("{\"artist_mbids\":[\"" + ID + "\",\"x\"]}"), "artist_mbids MBID format invalid."),
                arguments(info("{\"artist_mbids\":{}}"), "artist_mbids MBID format invalid."),
                arguments(info("{\"work_mbids\":[7]}"), "work_mbids MBID format invalid."),
                arguments(song(",\"track_name\":\"T\\u0000\""), "track_name contains a unicode null"),
                arguments(info("{\"a\":{\"b\":[\"\\u0000\"]}}"), "b contains a unicode null"),
                arguments(info("{\"a\\u0000\":1}"), "additional_info contains a unicode null"));
    }

    @ParameterizedTest
    @MethodSource("listens")
    void a_listen_that_is_wrong_is_refused_in_the_words_of_listenbrainz(String listen, String error) {
        Server.Answer answer = submit(Server.single(listen));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo(error);
        assertThat(answer.json().path("code").intValue()).isEqualTo(400);
        assertThat(answer.json().path("where").stringValue()).isEqualTo("payload[0]");
        assertThat(server.scrobbles(server.alice)).isZero();
    }

    static Stream<String> lenient() {
        return Stream.of(
                song("").replace("NOW", "\"NOW\""),
                song("").replace("NOW", "NOW.9"),
                song("").replace("NOW", "\" NOW.5 \""),
                song("").replace("NOW", "1033430400"),
                song("").replace("{\"listened_at\"", "{\"recording_msid\":null,\"user_name\":\"x\",\"listened_at\""),
                song(",\"release_name\":null"),
                song(",\"release_name\":\"\""),
                song(",\"additional_info\":null"),
                song(",\"mbid_mapping\":{\"x\":[1]}"),
                info("{\"duration\":null,\"duration_ms\":215440}"),
                info("{\"duration\":215.44}"),
                info("{\"duration\":\"215\"}"),
                info("{\"duration_ms\":\"215440.0\"}"),
                info("{\"release_mbid\":null,\"recording_mbid\":\"\",\"artist_mbids\":null,\"work_mbids\":[]}"),
                info("{\"artist_mbids\":[\"" + ID + "\",null,\"\"]}"),
                info("{\"artist_mbids\":\"" + ID + "\",\"track_mbid\":\"" + ID.toUpperCase(java.util.Locale.ROOT)
                        + "\"}"),
                info("{\"tags\":null}"),
                info("{\"tags\":\"rock\"}"),
                info("{\"tags\":[7,null,\"rock\"]}"),
                info("{\"tracknumber\":\"3\",\"nested\":{\"a\":{\"b\":1}}}"));
    }

    @ParameterizedTest
    @MethodSource("lenient")
    void what_real_clients_send_is_taken_and_shown(String listen) {
        try (Server own = new Server(Dialect.SQLITE)) {
            String body = Server.single(listen).replace("NOW", Long.toString(own.now()));
            Server.Answer answer = own.post(SUBMIT, own.aliceToken, body);
            assertThat(answer.response().body()).isEqualTo("{\"status\":\"ok\"}");
            assertThat(own.tracks("")).containsExactly("T");
            assertThat(own.listens("").getFirst().path("track_metadata").has("release_name"))
                    .isFalse();
        }
    }
}
