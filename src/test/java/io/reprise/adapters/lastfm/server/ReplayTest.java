package io.reprise.adapters.lastfm.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.Recording;
import io.reprise.adapters.WholeServer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real clients sent is sent again, and read back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReplayTest {
    private static final String TOKEN = "11111111-2222-3333-4444-555555555555";
    private static final String KEY = "c6426b96020dfc0cac3adc1cf3952797";
    private static final Pattern TIMES = Pattern.compile("((?:timestamp|from|to)(?:\\[\\d+]|%5B\\d+%5D)?=)(\\d{10})");

    private final List<Recording> recordings = Recording.all("lastfm");

    @TempDir
    Path folder = Path.of("");

    /** The recordings for Alice of this server, moved in time so that the newest is a minute old. */
    private List<Recording> ofAlice(WholeServer server) {
        long newest = recordings.stream()
                .flatMap(recording ->
                        TIMES.matcher(recording.path() + " " + recording.body()).results())
                .mapToLong(found -> Long.parseLong(found.group(2)))
                .max()
                .orElseThrow();
        long later = server.now() - 60 - newest;
        String key = key(server);
        String proof = WholeServer.md5("alice" + WholeServer.md5(server.token));
        return recordings.stream()
                .map(recording -> recording.changed(text -> WholeServer.moved(text, TIMES, later)
                        .replace(TOKEN, server.token)
                        .replace(KEY, key)
                        .replaceAll("authToken=[0-9a-f]{32}", "authToken=" + proof)
                        .replace("f".repeat(32), approved(server, text))))
                .toList();
    }

    private static String key(WholeServer server) {
        return server.post(
                        "/2.0/",
                        WholeServer.form(
                                "method",
                                "auth.getMobileSession",
                                "username",
                                "alice",
                                "password",
                                server.token,
                                "format",
                                "json"))
                .json()
                .path("session")
                .path("key")
                .stringValue();
    }

    /** A request that Alice has approved, for the program that sent this line. */
    private static String approved(WholeServer server, String text) {
        var key = Pattern.compile("api_key=(\\w+)").matcher(text);
        if (!text.contains("auth.getsession") || !key.find()) {
            return "none";
        }
        var approvals = server.app.accounts().approvals();
        String request = approvals.request();
        approvals.approve(server.alice, request, key.group(1), "Web Scrobbler");
        return request;
    }

    @Test
    void every_recorded_request_is_answered_as_the_client_needs() {
        try (WholeServer server = new WholeServer(folder)) {
            for (Recording recording : ofAlice(server)) {
                Recording.Answered answered = recording.replay(server.port());
                assertThat(answered.status()).as(recording + ": " + answered).isEqualTo(200);
                boolean json = (recording.path() + recording.body()).contains("format=json");
                assertThat(answered.head()).as(recording.name()).contains(json ? "application/json" : "text/xml");
                if (recording.name().contains("track.scrobble")) {
                    assertThat(answered.body()).as(recording.name()).containsPattern("ignored\"?[:=]\"?0\"?");
                }
                check(recording, answered.body());
            }
            assertThat(server.stored(server.alice)).isEqualTo(58);
            assertThat(server.library())
                    .hasSize(58)
                    .contains(
                            "Pylast Ärtist 1795225831-17242 - One & <Only>",
                            "Pylast Ärtist 1795225831-17242 - Batch 49",
                            "WebScrobbler Ärtist 1795225952-18902 - Last.fm batch 2",
                            "WebScrobbler Ärtist 1795225952-18902 - Libre.fm one",
                            "MultiScrobbler Ärtist 1795225956-19072 - MS feed2");
        }
    }

    private static void check(Recording recording, String body) {
        switch (recording.name().substring(0, recording.name().indexOf("-", 11))) {
            case "01-pylast-004" -> assertThat(body).contains("accepted=\"50\"");
            case "01-pylast-005" ->
                assertThat(body).contains("total=\"5\"", "<name>Batch 3</name>", "<name>One &amp; &lt;Only&gt;</name>");
            case "01-pylast-006" -> assertThat(body).contains("<playcount>51</playcount>");
            case "01-pylast-009" -> assertThat(body).contains("<name>One &amp; &lt;Only&gt;</name>", "total=\"1\"");
            case "01-pylast-011" ->
                assertThat(body)
                        .contains("nowplaying=\"true\"", "Now &amp; Playing &lt;1&gt;", "<name>Batch 49</name>");
            case "01-pylast-012" ->
                assertThat(body).contains("<name>Pylast Ärtist 1795225831-17242</name><playcount>51</playcount>");
            default -> assertThat(body).isNotBlank();
        }
        if (recording.name().startsWith("11-multi-scrobbler-003")) {
            assertThat(body).contains("\"name\":\"Libre.fm batch 2\"", "\"loved\":\"1\"", "\"total\":\"57\"");
        }
    }

    @Test
    void replayed_twice_it_stores_nothing_new_and_answers_success() {
        try (WholeServer server = new WholeServer(folder)) {
            ofAlice(server).forEach(recording -> recording.replay(server.port()));
            List<String> before = server.library();
            for (Recording recording : ofAlice(server)) {
                assertThat(recording.replay(server.port()).status()).isEqualTo(200);
            }
            assertThat(server.stored(server.alice)).isEqualTo(58);
            assertThat(server.library()).isEqualTo(before);
        }
    }

    @Test
    void without_a_credential_that_holds_every_recorded_request_is_refused_and_changes_nothing() {
        try (WholeServer server = new WholeServer(folder)) {
            for (Recording recording : recordings) {
                Recording.Answered answered = recording.replay(server.port());
                boolean open = recording.name().contains("gettoken");
                assertThat(answered.status()).as(recording.name()).isEqualTo(open ? 200 : 403);
            }
            assertThat(server.stored(server.alice)).isZero();
            assertThat(server.app.library().nowPlaying().of(server.alice.id())).isEmpty();
        }
    }
}
