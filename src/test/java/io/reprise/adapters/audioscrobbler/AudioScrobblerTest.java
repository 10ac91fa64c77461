package io.reprise.adapters.audioscrobbler;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.Recording;
import io.reprise.adapters.Mutation;
import io.reprise.adapters.WholeServer;
import io.reprise.adapters.WholeServer.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AudioScrobblerTest {
    private static final int ROUNDS = 300;
    private static final Pattern TIMES = Pattern.compile("(i\\[0]=)(\\d{10})");

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

    private String handshake(String path, String user, long time, String proof) {
        return path + "?hs=true&p=1.2.1&c=tst&v=1.0&u=" + user + "&t=" + time + "&a=" + proof;
    }

    private String proof(long time) {
        return WholeServer.md5(WholeServer.md5(server.token) + time);
    }

    /** Session, address for now playing, address for submissions. */
    private List<String> shake() {
        Answer answer = server.get(handshake("/", "alice", server.now(), proof(server.now())));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("OK\n").endsWith("\n");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(4);
        return lines.subList(1, 4);
    }

    private Answer submit(String form) {
        return server.post("/apis/audioscrobbler_legacy/submission", "s=" + shake().getFirst() + "&" + form);
    }

    @Test
    void what_mpdscribble_sent_is_taken_and_read_back() {
        Recording first = Recording.all("audioscrobbler").getFirst();
        for (int round = 0; round < 2; round++) {
            Recording.Answered hand = first.changed(text ->
                            text.replaceAll("t=\\d+&a=[0-9a-f]+", "t=" + server.now() + "&a=" + proof(server.now())))
                    .replay(server.port());
            List<String> lines = hand.body().lines().toList();
            assertThat(lines).hasSize(4).startsWith("OK");
            for (Recording recording : Recording.all("audioscrobbler").subList(1, 4)) {
                int line = recording.name().contains("np_1.2") ? 2 : 3;
                Recording.Answered answered = recording
                        .changed(text -> WholeServer.moved(text, TIMES, server.now() - 60 - 1795225862)
                                .replaceFirst(
                                        "^POST \\S+",
                                        "POST " + URI.create(lines.get(line)).getPath())
                                .replaceFirst("s=[0-9a-f]{32}", "s=" + lines.get(1)))
                        .replay(server.port());
                assertThat(answered.status()).isEqualTo(200);
                assertThat(answered.body()).as(recording.name()).isEqualTo("OK\n");
            }
        }
        assertThat(server.library()).containsExactly("Mpdscribble Ärtist 1795225833-17332 - Tone & Half <40s>");
        assertThat(server.stored(server.alice)).isEqualTo(1);
        assertThat(server.app
                        .library()
                        .nowPlaying()
                        .of(server.alice.id())
                        .getFirst()
                        .told()
                        .mention()
                        .title())
                .isEqualTo("Second tone");
        assertThat(server.payload(1)).startsWith("a=Mpdscribble").doesNotContain("s=");
    }

    @Test
    void the_handshake_is_answered_at_the_root_and_at_any_path_beside_the_web_page() {
        for (String path : List.of("/", "/apis/audioscrobbler_legacy", "/apis/audioscrobbler/1.2/", "/any/where/")) {
            assertThat(server.get(handshake(path, "aLICE", server.now(), proof(server.now())))
                            .body())
                    .as(path)
                    .startsWith("OK\n");
        }
        assertThat(server.get("/").header("Location")).startsWith("/signin");
        Answer behind = server.send(server.request(handshake("/", "alice", server.now(), proof(server.now())))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "reprise.example")
                .GET());
        assertThat(behind.body()).contains("\nhttps://reprise.example/apis/audioscrobbler_legacy/nowplaying\n");
    }

    @Test
    void what_is_wrong_with_a_handshake_is_said_in_a_line_with_status_200() {
        long now = server.now();
        assertThat(server.get(handshake("/", "alice", now, proof(now + 1))).body())
                .isEqualTo("BADAUTH\n");
        assertThat(server.get(handshake("/", "bob", now, proof(now))).body()).isEqualTo("BADAUTH\n");
        assertThat(server.get(handshake("/", "nobody", now, proof(now))).body()).isEqualTo("BADAUTH\n");
        assertThat(server.get(handshake("/", "alice", now - 301, proof(now - 301)))
                        .body())
                .isEqualTo("BADTIME\n");
        assertThat(server.get(handshake("/", "alice", now, proof(now)).replace("1.2.1", "1.1"))
                        .body())
                .isEqualTo("FAILED Unsupported protocol version\n");
        Answer bare = server.get("/?hs=true&p=1.2");
        assertThat(bare.status()).isEqualTo(200);
        assertThat(bare.body()).startsWith("FAILED ");
    }

    @Test
    void a_session_key_of_last_fm_opens_a_session_too() {
        String key = shake().getFirst();
        String path = handshake("/", "alice", server.now(), "0".repeat(32)) + "&api_key=K&sk=";
        assertThat(server.get(path + key).body()).startsWith("OK\n" + key + "\n");
        assertThat(server.get(path + "f".repeat(32)).body()).isEqualTo("BADAUTH\n");
        assertThat(server.get(path + server.bobToken()).body()).isEqualTo("BADAUTH\n");
    }

    @Test
    void a_session_ends_with_its_token() {
        String session = shake().getFirst();
        server.app.accounts().revoke(server.alice.id(), 1);

        for (String path : List.of("/nowplaying", "/submission")) {
            Answer answer = server.post("/apis/audioscrobbler_legacy" + path, "s=" + session + "&a=A&t=T");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("BADSESSION\n");
        }
    }

    @Test
    void a_track_that_can_never_be_right_waits_in_quarantine_and_the_rest_is_stored() {
        Answer answer = submit(WholeServer.form(
                "a[0]",
                "A",
                "t[0]",
                "",
                "i[0]",
                "1795000000",
                "l[1]",
                "40.0",
                "i[1]",
                "1795000100",
                "t[1]",
                "Good",
                "a[1]",
                "A",
                "r[1]",
                "",
                "o[1]",
                "P",
                "a[2]",
                "A",
                "t[2]",
                "Old",
                "i[2]",
                "12",
                "a[3]",
                "A",
                "t[3]",
                "No time"));
        assertThat(answer.body()).isEqualTo("OK\n");
        assertThat(server.library()).containsExactly("A - Good");
        assertThat(server.send(server.request("/api/quarantine")
                                .header("Authorization", "Token " + server.token)
                                .GET())
                        .body())
                .contains("t: expected text", "t=Old", "t=No+time");
        assertThat(submit("").body()).isEqualTo("OK\n");
    }

    @Test
    void love_is_a_rating_and_what_was_skipped_or_banned_is_no_play() {
        String form = WholeServer.form(
                "a[0]",
                "A",
                "t[0]",
                "Loved",
                "i[0]",
                "1795000000",
                "r[0]",
                "L",
                "a[1]",
                "A",
                "t[1]",
                "Skipped",
                "i[1]",
                "1795000300",
                "r[1]",
                "S",
                "a[2]",
                "A",
                "t[2]",
                "Banned",
                "i[2]",
                "1795000600",
                "r[2]",
                "B");
        submit(form);
        submit(form);

        assertThat(server.get("/2.0/?method=user.getInfo&sk=" + server.token).body())
                .contains("<playcount>1</playcount>");
        assertThat(server.get("/2.0/?method=user.getLovedTracks&sk=" + server.token)
                        .body())
                .contains("total=\"1\"", "<name>Loved</name>", "<artist><name>A</name>");
        assertThat(server.app.library().ratings().before(server.alice.id(), Long.MAX_VALUE, 100))
                .hasSize(2);
    }

    @Test
    void a_mutated_submission_is_never_our_fault_and_never_costs_a_good_track() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> good = new ArrayList<>();
        String session = shake().getFirst();
        List<Recording> recordings = Recording.all("audioscrobbler");
        for (int round = 0; round < ROUNDS; round++) {
            Recording recording = recordings.get(random.nextInt(recordings.size()));
            String sent = recording.body().isEmpty() ? recording.path() : recording.body();
            byte[] broken = Mutation.of(
                    sent.replaceAll("s=[0-9a-f]{32}", "s=" + session).getBytes(StandardCharsets.UTF_8), random);
            String told = "seed " + seed + ", round " + round + ": " + new String(broken, StandardCharsets.UTF_8);
            for (String path : List.of("/nowplaying", "/submission")) {
                Answer alone = server.post("/apis/audioscrobbler_legacy" + path, broken);
                assertThat(alone.status()).as(told).isEqualTo(200);
                assertThat(alone.body()).as(told).matches("OK\n|BADSESSION\n");
            }
            String own = WholeServer.form(
                            "s",
                            session,
                            "a[7]",
                            "Good",
                            "t[7]",
                            "Round " + round,
                            "i[7]",
                            Long.toString(server.now() - round))
                    + "&";
            byte[] beside = Mutation.joined(own.getBytes(StandardCharsets.UTF_8), broken);
            assertThat(server.post("/apis/audioscrobbler_legacy/submission", beside)
                            .body())
                    .as(told)
                    .isEqualTo("OK\n");
            good.add("Good - Round " + round);
        }
        assertThat(server.library()).as("seed " + seed).containsAll(good);
    }
}
