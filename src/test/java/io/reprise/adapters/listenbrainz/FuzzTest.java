package io.reprise.adapters.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.Recording;
import io.reprise.store.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Requests of real clients, broken in many ways: each is taken whole or refused with a reason, and none does harm. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class FuzzTest {
    private static final int ROUNDS = 600;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "null",
            "true",
            "-1",
            "1e999",
            "0.0000001",
            "99999999999999999999999",
            "\u0000",
            "\\u0000",
            "\\ud800",
            "\uFEFF",
            "\"listened_at\":",
            "\"payload\":[]",
            "\"track_metadata\":{}",
            "[[[[[[",
            "\"artist_name\":1,",
            "\"duration_ms\":1,",
            "  ",
            "\\u00e4");

    @Test
    void a_mutated_request_is_never_our_fault_and_never_costs_a_good_listen() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (Server server = new Server(Dialect.SQLITE)) {
            List<String> good = Recording.all("listenbrainz").stream()
                    .filter(recording -> recording.method().equals("POST"))
                    .map(Recording::body)
                    .toList();
            for (int round = 0; round < ROUNDS; round++) {
                byte[] body = good.get(random.nextInt(good.size())).getBytes(StandardCharsets.UTF_8);
                for (int i = random.nextInt(3); i >= 0; i--) {
                    body = mutated(body, random);
                }
                check(server, body, "seed " + seed + ", round " + round);
            }
            for (String body : good) {
                Server.Answer answer = server.post("/1/submit-listens", server.aliceToken, body);
                assertThat(answer.status()).as("seed " + seed).isEqualTo(200);
                if (!body.contains("playing_now")) {
                    assertShown(server, body.getBytes(StandardCharsets.UTF_8), "seed " + seed);
                }
            }
        }
    }

    @Test
    void a_mutated_body_of_any_other_route_is_taken_or_refused_with_a_reason() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (Server server = new Server(Dialect.SQLITE)) {
            server.submit(server.now() - 60, "A", "T");
            String msid = Msid.of("A", "T").toString();
            String list = PlaylistRoutesTest.jspf("\"title\":\"Mine\"," + PlaylistRoutesTest.EXTENSION, 1, 2);
            String id = server.post("/1/playlist/create", server.aliceToken, list)
                    .json()
                    .path("playlist_mbid")
                    .stringValue();
            List<Map.Entry<String, String>> good = List.of(
                    Map.entry("feedback/recording-feedback", "{\"recording_msid\":\"" + msid + "\",\"score\":1}"),
                    Map.entry(
                            "feedback/user/alice/get-feedback-for-recordings",
                            "{\"recording_msids\":[\"" + msid + "\"],\"recording_mbids\":[\"" + msid + "\"]}"),
                    Map.entry(
                            "pin",
                            "{\"recording_msid\":\"" + msid + "\",\"blurb_content\":\"x\","
                                    + "\"pinned_until\":1895226400}"),
                    Map.entry("metadata/recording", "{\"recording_mbids\":[\"" + msid + "\"]}"),
                    Map.entry("playlist/create", list),
                    Map.entry("playlist/edit/" + id, list),
                    Map.entry("playlist/" + id + "/item/add", list),
                    Map.entry(
                            "playlist/" + id + "/item/move",
                            "{\"mbid\":\"" + msid + "\",\"from\":0,\"to\":1,\"count\":1}"),
                    Map.entry("playlist/" + id + "/item/delete", "{\"index\":0,\"count\":1}"));
            for (int round = 0; round < ROUNDS; round++) {
                Map.Entry<String, String> one = good.get(random.nextInt(good.size()));
                byte[] body = mutated(one.getValue().getBytes(StandardCharsets.UTF_8), random);
                Server.Answer answer = server.postBytes("/1/" + one.getKey(), server.aliceToken, body);
                String shown = "seed " + seed + ", " + one.getKey() + " " + new String(body, StandardCharsets.UTF_8)
                        + " -> " + answer.response().body();
                assertThat(answer.status()).as(shown).isIn(200, 400, 403);
                assertThat(answer.status() == 200 || !answer.error().isBlank())
                        .as(shown)
                        .isTrue();
            }
            for (String path : List.of("/1/user/alice/playlists?count=1000", "/1/alice/pins?count=1000")) {
                assertThat(server.get(path, server.aliceToken).status())
                        .as("seed " + seed)
                        .isEqualTo(200);
            }
            assertThat(server.get(
                                    "/1/feedback/user/alice/get-fee" + "dback?metadata=true&count=1000",
                                    server.aliceToken)
                            .status())
                    .as("seed " + seed)
                    .isEqualTo(200);
            assertThat(server.tracks("")).containsExactly("T");
        }
    }

    private static void check(Server server, byte[] body, String round) {
        long before = server.scrobbles(server.alice);
        Server.Answer answer = server.postBytes("/1/submit-listens", server.aliceToken, body);
        String shown = round + ": " + new String(body, StandardCharsets.UTF_8) + " -> "
                + answer.response().body();
        assertThat(answer.status()).as(shown).isIn(200, 400);
        if (answer.status() == 400) {
            assertThat(answer.error()).as(shown).isNotBlank();
            assertThat(server.scrobbles(server.alice)).as(shown).isEqualTo(before);
        } else if (!Server.MAPPER
                .readTree(body)
                .path("listen_type")
                .stringValue("")
                .equals("playing_now")) {
            assertShown(server, body, shown);
        }
    }

    /** Every listen of a document that was taken is found at its second. */
    private static void assertShown(Server server, byte[] body, String round) {
        for (JsonNode listen : Server.MAPPER.readTree(body).path("payload")) {
            long at = RequestJson.second(listen.path("listened_at")).orElseThrow();
            String track = listen.path("track_metadata")
                    .path("track_name")
                    .stringValue()
                    .strip();
            assertThat(server.tracks("?count=1000&min_ts=" + (at - 1) + "&max_ts=" + (at + 1)))
                    .as(round)
                    .contains(track);
        }
    }

    private static byte[] mutated(byte[] body, Random random) {
        int at = random.nextInt(body.length + 1);
        int end = Math.min(body.length, at + 1 + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 -> joined(Arrays.copyOf(body, at), Arrays.copyOfRange(body, end, body.length));
            case 1 -> joined(Arrays.copyOf(body, end), Arrays.copyOfRange(body, at, body.length));
            case 2 -> Arrays.copyOf(body, Math.max(1, at));
            case 3 -> {
                byte[] flipped = body.clone();
                flipped[Math.min(at, body.length - 1)] = (byte) random.nextInt(256);
                yield flipped;
            }
            default -> {
                byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
                yield joined(joined(Arrays.copyOf(body, at), piece), Arrays.copyOfRange(body, at, body.length));
            }
        };
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }
}
