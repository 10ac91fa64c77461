package io.reprise.adapters.lastfm.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.adapters.WholeServer;
import io.reprise.adapters.WholeServer.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class WritesTest {
    private static final String AT = "1795000000";

    @TempDir
    Path folder = Path.of("");

    private WholeServer server;

    @BeforeEach
    void open() {
        server = new WholeServer(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Answer scrobble(String... pairs) {
        return server.post("/2.0/", WholeServer.form(pairs) + "&format=json&method=track.scrobble&sk=" + server.token);
    }

    private static String part(String name, String text) {
        return "\"" + name + "\":{\"corrected\":\"0\",\"#text\":\"" + text + "\"}";
    }

    @Test
    void one_scrobble_is_answered_as_an_object_and_numbers_are_numbers() {
        Answer answer = scrobble("artist", "A", "track", "T", "album", "B", "timestamp", AT);

        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"scrobbles\":{\"scrobble\":{" + part("track", "T") + "," + part("artist", "A") + ","
                        + part("album", "B") + "," + part("albumArtist", "") + ",\"timestamp\":\"" + AT
                        + "\",\"ignoredMessage\":{\"code\":\"0\",\"#text\":\"\"}},"
                        + "\"@attr\":{\"accepted\":1,\"ignored\":0}}}");
    }

    @Test
    void xml_is_the_default_and_escapes_what_it_must() {
        Answer answer = server.post(
                "/2.0",
                WholeServer.form(
                        "method",
                        "Track.Scrobble",
                        "sk",
                        server.token,
                        "artist[0]",
                        "A & <B>",
                        "track[0]",
                        "T\u0001",
                        "timestamp[0]",
                        AT));

        assertThat(answer.header("Content-Type")).contains("text/xml");
        assertThat(answer.body()).isEqualTo("""
                        <?xml version="1.0" encoding="utf-8"?>
                        <lfm status="ok"><scrobbles accepted="1" ignored="0"><scrobble><track corrected="0">T\uFFFD</track>\
                        <artist corrected="0">A &amp; &lt;B&gt;</artist><album corrected="0"></album>\
                        <albumArtist corrected="0"></albumArtist><timestamp>1795000000</timestamp>\
                        <ignoredMessage code="0"></ignoredMessage></scrobble></scrobbles></lfm>
                        """);
    }

    @Test
    void what_is_stored_is_the_fields_of_the_one_scrobble_and_never_a_credential() {
        scrobble(
                "artist[3]", "A", "track[3]", "T & U", "timestamp[3]", AT, "x[3]", "ü", "api_key", "K", "api_sig", "S");

        assertThat(server.payload(1)).isEqualTo("artist=A&track=T+%26+U&timestamp=1795000000&x=%C3%BC");
    }

    @Test
    void indices_may_have_gaps_and_come_in_any_order() {
        Answer answer = scrobble(
                "track[10]",
                "Ten",
                "artist[2]",
                "A",
                "artist[10]",
                "A",
                "timestamp[10]",
                "1795000300",
                "track[2]",
                "Two",
                "timestamp[2]",
                AT);

        assertThat(answer.json()
                        .path("scrobbles")
                        .path("scrobble")
                        .get(0)
                        .path("track")
                        .path("#text")
                        .stringValue())
                .isEqualTo("Two");
        assertThat(server.library()).containsExactly("A - Ten", "A - Two");
    }

    @Test
    void parameters_told_in_the_query_and_in_the_form_are_one_scrobble() {
        String form = WholeServer.form(
                "method", "track.scrobble", "sk", server.token, "artist[0]", "A", "track[0]", "T", "timestamp[0]", AT);
        assertThat(server.post("/2.0/?" + form, form).body()).contains("accepted=\"1\"");
        assertThat(server.post("/2.0/?" + form, "").body()).contains("accepted=\"1\"");
        assertThat(server.get("/apis/audioscrobbler/2.0/?" + form).body()).contains("accepted=\"1\"");
        assertThat(server.stored(server.alice)).isEqualTo(1);
    }

    @Test
    void a_scrobble_that_cannot_be_taken_says_why_and_costs_no_other() {
        long late = server.now() + 7200;
        Answer answer = scrobble(
                "artist[0]",
                " ",
                "track[0]",
                "T",
                "timestamp[0]",
                AT,
                "artist[1]",
                "A",
                "track[1]",
                "",
                "timestamp[1]",
                AT,
                "artist[2]",
                "A",
                "track[2]",
                "Old",
                "timestamp[2]",
                "1033430399",
                "artist[3]",
                "A",
                "track[3]",
                "New",
                "timestamp[3]",
                Long.toString(late),
                "artist[4]",
                "A",
                "track[4]",
                "Good",
                "timestamp[4]",
                AT,
                "artist[5]",
                "A",
                "timestamp[5]",
                AT,
                "artist[6]",
                "A",
                "track[6]",
                "Clock",
                "timestamp[6]",
                "yesterday");

        assertThat(answer.body()).contains("\"@attr\":{\"accepted\":1,\"ignored\":6}");
        String[] codes = {"1", "2", "3", "4", "0", "2", "3"};
        for (int i = 0; i < codes.length; i++) {
            assertThat(answer.json()
                            .path("scrobbles")
                            .path("scrobble")
                            .get(i)
                            .path("ignoredMessage")
                            .path("code")
                            .stringValue())
                    .isEqualTo(codes[i]);
        }
        assertThat(server.library()).containsExactly("A - Good");
    }

    @Test
    void milliseconds_and_fractions_are_understood() {
        scrobble("artist", "A", "track", "T", "timestamp", "1795000000123", "duration", "215.44");
        assertThat(scrobble("artist", "A", "track", "T", "timestamp", "1795000000.5")
                        .body())
                .contains("\"accepted\":1");

        assertThat(server.stored(server.alice)).isEqualTo(1);
    }

    @Test
    void without_a_complete_scrobble_or_with_too_many_the_call_is_refused_with_error_6() {
        assertThat(scrobble("artist", "A", "track", "T").body()).startsWith("{\"error\":6,");
        assertThat(scrobble("artist", "A", "track", "T").status()).isEqualTo(400);
        String[] pairs = new String[51 * 6];
        for (int i = 0; i < 51; i++) {
            String[] one = {"artist[" + i + "]", "A", "track[" + i + "]", "T" + i, "timestamp[" + i + "]", AT};
            System.arraycopy(one, 0, pairs, i * 6, 6);
        }
        assertThat(scrobble(pairs).body()).startsWith("{\"error\":6,").contains("at most 50");
        assertThat(server.stored(server.alice)).isZero();
    }

    @Test
    void errors_come_with_their_codes_and_statuses_in_both_forms() {
        assertThat(server.get("/2.0/?method=no.such").body())
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<lfm status=\"failed\"><error code=\"3\">Invalid"
                                + " Method - No method with that name in this package</error></lfm>\n");
        assertThat(server.get("/2.0/?method=track.ban&format=json").status()).isEqualTo(400);
        assertThat(server.get("/2.0/?format=yaml").body()).contains("error code=\"5\"");
        Answer unknown = server.get("/2.0/?method=track.love&artist=A&track=T&format=json&sk=wrong");
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(unknown.body()).startsWith("{\"error\":9,");
        assertThat(server.get("/2.0/?method=user.getInfo&format=json").body()).startsWith("{\"error\":17,");
        assertThat(server.send(server.request("/2.0/x?format=json").GET()).body())
                .startsWith("{\"error\":3,");
        assertThat(server.send(server.request("/2.0/").method("OPTIONS", BodyPublishers.noBody()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_begins_to_play_is_told_back_and_forgotten_when_its_length_is_over() {
        Answer answer = server.post(
                "/2.0/",
                WholeServer.form(
                        "method",
                        "track.updateNowPlaying",
                        "sk",
                        server.token,
                        "artist",
                        "A",
                        "track",
                        "T",
                        "albumArtist",
                        "Various",
                        "duration",
                        "215.44",
                        "format",
                        "json"));

        assertThat(answer.body())
                .isEqualTo("{\"nowplaying\":{" + part("track", "T") + "," + part("artist", "A") + ","
                        + part("album", "") + "," + part("albumArtist", "Various")
                        + ",\"ignoredMessage\":{\"code\":\"0\",\"#text\":\"\"}}}");
        assertThat(server.app.library().nowPlaying().of(server.alice.id())).hasSize(1);
        server.clock.advance(java.time.Duration.ofSeconds(216));
        assertThat(server.app.library().nowPlaying().of(server.alice.id())).isEmpty();
        assertThat(server.stored(server.alice)).isZero();
    }

    @Test
    void a_removed_scrobble_no_longer_counts_and_removing_what_is_not_there_is_a_success() {
        scrobble("artist", "A", "track", "T", "timestamp", AT);
        String form = WholeServer.form(
                "method",
                "library.removeScrobble",
                "sk",
                server.token,
                "artist",
                "a",
                "track",
                "t",
                "timestamp",
                AT,
                "format",
                "json");

        for (int i = 0; i < 2; i++) {
            assertThat(server.post("/2.0/", form).body()).isEqualTo("{\"lfm\":{\"status\":\"ok\"}}");
            assertThat(server.get("/2.0/?method=user.getInfo&sk=" + server.token)
                            .body())
                    .contains("<playcount>0</playcount>");
        }
        assertThat(server.stored(server.alice)).isEqualTo(1);
    }
}
