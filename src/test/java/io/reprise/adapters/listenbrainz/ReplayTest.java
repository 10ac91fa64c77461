package io.reprise.adapters.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.Recording;
import io.reprise.store.Dialect;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What real clients sent is sent again, and read back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReplayTest {
    static final String RECORDED_TOKEN = "11111111-2222-3333-4444-555555555555";
    private static final Pattern LISTENED_AT = Pattern.compile("\"listened_at\":(\\d+)");
    private final List<Recording> recordings = Recording.all("listenbrainz");

    /** The recordings for Alice of this server, moved in time so that the newest is a minute old. */
    private List<Recording> ofAlice(Server server) {
        long newest = recordings.stream()
                .flatMap(recording -> LISTENED_AT.matcher(recording.body()).results())
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElseThrow();
        long later = server.now() - 60 - newest;
        return recordings.stream()
                .map(recording -> recording.changed(text -> moved(text, later)
                        .replace(RECORDED_TOKEN, server.aliceToken)
                        .replace("/user/alice/", "/user/Alice/")))
                .toList();
    }

    private static String moved(String text, long later) {
        Matcher matcher = LISTENED_AT.matcher(text);
        return matcher.replaceAll(found -> "\"listened_at\":" + (Long.parseLong(found.group(1)) + later));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void every_recorded_request_is_answered_as_the_client_needs_and_its_listens_are_read_back(Dialect dialect) {
        try (Server server = new Server(dialect)) {
            for (Recording recording : ofAlice(server)) {
                Recording.Answered answered = recording.replay(server.port());
                assertThat(answered.status()).as(recording + ": " + answered).isEqualTo(recording.stubStatus());
                if (recording.method().equals("POST")) {
                    assertThat(answered.body()).as(recording.name()).isEqualTo("{\"status\":\"ok\"}");
                    assertReadBack(server, recording);
                }
            }
            assertThat(server.tracks("")).containsExactly("MS feed", "LB import 2", "LB import 1", "LB single");
        }
    }

    private static void assertReadBack(Server server, Recording recording) {
        JsonNode document = Server.MAPPER.readTree(recording.body());
        boolean now = document.path("listen_type").stringValue("").equals("playing_now");
        List<JsonNode> listens = now ? server.playingNow() : server.listens("");
        for (JsonNode sent : document.path("payload")) {
            JsonNode metadata = sent.path("track_metadata");
            JsonNode shown = listens.stream()
                    .map(listen -> listen.path("track_metadata"))
                    .filter(listen -> listen.path("track_name").equals(metadata.path("track_name")))
                    .findFirst()
                    .orElseThrow();
            assertThat(shown.path("artist_name")).isEqualTo(metadata.path("artist_name"));
            assertThat(shown.path("release_name")).isEqualTo(metadata.path("release_name"));
            metadata.path("additional_info")
                    .properties()
                    .forEach(member -> assertThat(shown.path("additional_info").path(member.getKey()))
                            .as(member.getKey())
                            .isEqualTo(member.getValue()));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void replayed_twice_it_stores_nothing_new_and_answers_success(Dialect dialect) {
        try (Server server = new Server(dialect)) {
            ofAlice(server).forEach(recording -> recording.replay(server.port()));
            long stored = server.scrobbles(server.alice);
            List<JsonNode> before = server.listens("");
            for (Recording recording : ofAlice(server)) {
                assertThat(recording.replay(server.port()).status()).isEqualTo(recording.stubStatus());
            }
            assertThat(stored).isEqualTo(4);
            assertThat(server.scrobbles(server.alice)).isEqualTo(stored);
            assertThat(server.listens("")).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void without_the_right_token_every_recorded_request_is_refused_and_changes_nothing(Dialect dialect) {
        try (Server server = new Server(dialect)) {
            for (Recording recording : recordings) {
                Recording.Answered answered = recording.replay(server.port());
                boolean open = recording.path().equals("/1/validate-token");
                int expected = open ? 200 : recording.stubStatus() == 404 ? 404 : 401;
                assertThat(answered.status()).as(recording.name()).isEqualTo(expected);
                assertThat(answered.body()).contains(open ? "\"valid\":false" : "");
            }
            assertThat(server.scrobbles(server.alice)).isZero();
            assertThat(server.playing.of(server.alice.id())).isEmpty();
        }
    }
}
