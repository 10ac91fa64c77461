package io.reprise.adapters.maloja.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.Recording;
import io.reprise.adapters.Mutation;
import io.reprise.adapters.WholeServer;
import io.reprise.adapters.WholeServer.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MalojaTest {
    private static final int ROUNDS = 300;
    private static final String RECORDED = "11111111-2222-3333-4444-555555555555";
    private static final Pattern TIME = Pattern.compile("(\"time\":)(\\d{10})");
    private static final String NEW = "/apis/mlj_1/newscrobble";

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

    private Recording recorded() {
        return Recording.all("maloja")
                .getFirst()
                .changed(text -> WholeServer.moved(text, TIME, server.now() - 60 - 1795224752)
                        .replace(RECORDED, server.token));
    }

    private Answer read(String path) {
        return server.get("/apis/mlj_1/" + path + (path.contains("?") ? "&" : "?") + "key=" + server.token);
    }

    private void scrobble(String artist, String title, String album, long time) {
        Answer answer = server.post(
                NEW,
                WholeServer.form(
                        "key",
                        server.token,
                        "artist",
                        artist,
                        "title",
                        title,
                        "album",
                        album,
                        "time",
                        Long.toString(time)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void what_web_scrobbler_sent_is_taken_once_and_read_back() {
        Recording.Answered first = recorded().replay(server.port());
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body())
                .isEqualTo("{\"status\":\"success\",\"track\":{\"artists\":[\"WebScrobbler Ärtist 1795225952-18902\"],"
                        + "\"title\":\"Maloja native\"},\"desc\":\"Scrobbled Maloja native by WebScrobbler Ärtist"
                        + " 1795225952-18902\",\"warnings\":[]}");
        Recording.Answered again = recorded().replay(server.port());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("scrobble_exists", "\"status\":\"success\"");

        assertThat(server.library()).containsExactly("WebScrobbler Ärtist 1795225952-18902 - Maloja native");
        assertThat(read("scrobbles").json().path("list").get(0).path("track").toString())
                .isEqualTo("{\"artists\":[\"WebScrobbler Ärtist 1795225952-18902\"],\"title\":\"Maloja native\","
                        + "\"album\":{\"albumtitle\":\"Älbum & Co\",\"artists\":[\"Albüm Artist\"]},\"length\":null}");
        assertThat(server.payload(1)).contains("Maloja native").doesNotContain(server.token, "key");
    }

    @Test
    void a_form_and_a_query_are_taken_as_well_and_several_artists_are_credited_each() {
        String form = WholeServer.form(
                "apikey", server.token, "artist", "Ann", "artist", "Ben", "title", "Both", "time", "1795000000");
        assertThat(server.post(NEW, form).json().path("track").path("artists").toString())
                .isEqualTo("[\"Ann\",\"Ben\"]");
        assertThat(server.post(NEW + "?" + form, "").body()).contains("scrobble_exists");
        String json = "{\"artists\":[\"Cid\"],\"title\":\"J\",\"time\":1795000000,\"duration\":100,\"length\":200}";
        Answer byHeader = server.send(server.request(NEW)
                .header("Authorization", "Token " + server.token)
                .POST(BodyPublishers.ofString(json)));
        assertThat(byHeader.status()).as(byHeader.body()).isEqualTo(200);
        assertThat(server.stored(server.alice)).isEqualTo(2);
    }

    @Test
    void what_is_missing_or_wrong_is_said() {
        Answer missing = server.postJson(NEW, "{\"artist\":\"A\",\"key\":\"" + server.token + "\"}");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.json().path("error").path("type").stringValue()).isEqualTo("missing_scrobble_data");
        assertThat(missing.body()).contains("title: expected text");
        assertThat(server.postJson(NEW, "{\"artist\":\"A\",\"title\":\"T\",\"key\":\"no\"}")
                        .status())
                .isEqualTo(403);
        assertThat(server.postJson(NEW, "[]").status()).isEqualTo(400);
        assertThat(server.get("/apis/mlj_1/test?key=no").body())
                .isEqualTo("{\"status\":\"error\",\"error\":\"Wrong API key\"}");
        assertThat(server.get("/apis/mlj_1/test?key=no").status()).isEqualTo(403);
        assertThat(read("test").body()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(server.get("/apis/mlj_1/scrobbles").status()).isEqualTo(403);
    }

    @Test
    void the_server_tells_a_version_and_that_it_is_well() {
        assertThat(server.get("/apis/mlj_1/serverinfo").body())
                .isEqualTo("{\"name\":\"Reprise\",\"version\":[\"3\",\"2\",\"4\"],\"versionstring\":\"3.2.4\","
                        + "\"db_status\":"
                        + "{\"healthy\":true,\"rebuildinprogress\":false,\"complete\":true}}");
    }

    @Test
    void scrobbles_counts_and_charts_are_read_in_ranges_of_maloja() {
        scrobble("Ann", "One", "First", 1789000000);
        scrobble("Ann", "Two", "First", 1795000000);
        scrobble("Ben", "Three", "", 1795000300);

        assertThat(read("numscrobbles").body()).isEqualTo("{\"status\":\"ok\",\"amount\":3}");
        assertThat(read("numscrobbles?in=2026/11").json().path("amount").asInt())
                .isEqualTo(2);
        assertThat(read("numscrobbles?artist=ann").json().path("amount").asInt())
                .isEqualTo(2);
        assertThat(read("numscrobbles?artist=Zoe").json().path("amount").asInt())
                .isZero();
        Answer page = read("scrobbles?from=2026/11/01&to=2026/11/30&perpage=1");
        assertThat(page.json().path("list").size()).isEqualTo(1);
        assertThat(page.json().path("list").get(0).path("time").asLong()).isEqualTo(1795000300);
        assertThat(page.json().path("pagination").path("next_page").stringValue())
                .contains("page=1");
        assertThat(read("charts/artists").json().path("list").get(0).toString())
                .isEqualTo("{\"scrobbles\":2,\"artist\":\"Ann\",\"artist_id\":1,\"rank\":1}");
        assertThat(read("charts/tracks?since=2026/11").json().path("list").size())
                .isEqualTo(2);
        assertThat(read("charts/albums")
                        .json()
                        .path("list")
                        .get(0)
                        .path("album")
                        .path("albumtitle")
                        .stringValue())
                .isEqualTo("First");
        assertThat(read("top/artists?step=year")
                        .json()
                        .path("list")
                        .get(0)
                        .path("artist")
                        .stringValue())
                .isEqualTo("Ann");
        assertThat(read("pulse").json().path("list").size()).isEqualTo(3);
        assertThat(read("pulse?in=never").status()).isEqualTo(400);
        assertThat(read("charts/artists?page=x").status()).isEqualTo(400);
    }

    @Test
    void a_mutated_scrobble_is_never_our_fault_and_the_good_one_still_goes_in() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String form = WholeServer.form("key", server.token, "artist", "Ä", "title", "T", "time", "1795000000");
        for (int round = 0; round < ROUNDS; round++) {
            boolean json = random.nextBoolean();
            byte[] broken = Mutation.of((json ? recorded().body() : form).getBytes(StandardCharsets.UTF_8), random);
            long before = server.stored(server.alice);
            Answer answer = json
                    ? server.send(server.request(NEW)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(broken)))
                    : server.post(NEW, broken);
            String told = "seed " + seed + ", round " + round + ": " + new String(broken, StandardCharsets.UTF_8)
                    + " -> " + answer.body();
            assertThat(answer.status()).as(told).isIn(200, 400, 403);
            assertThat(server.stored(server.alice) - before).as(told).isBetween(0L, answer.status() == 200 ? 1L : 0L);
            assertThat(answer.json().path("status").stringValue()).as(told).isIn("success", "failure", "error");
        }
        assertThat(recorded().replay(server.port()).status()).isEqualTo(200);
        assertThat(server.library()).contains("WebScrobbler Ärtist 1795225952-18902 - Maloja native");
        assertThat(server.post(NEW, form).status()).isEqualTo(200);
    }
}
