package io.reprise.inlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.app.InletHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Secret addresses over HTTP, with good calls, wrong ones, and such as nobody would send. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InletDoorTest {
    private static final Path FIXTURES = Path.of("src/test/resources/io/reprise/adapters");
    private static final int ROUNDS = 150;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "null",
            "true",
            "-1",
            "1e999",
            "99999999999999999999",
            "\u0000",
            "\\u0000",
            "\\ud800",
            "\uFEFF",
            "\"event\":1,",
            "\"Event\":{},",
            "\"duration\":-1,",
            "\"progress\":1e9,",
            "\"type\":\"x\",",
            "[[[[[",
            "\r\n--edge\r\n",
            "\"index\":2147483648,",
            "\"viewOffset\":1e300,");

    private InletHouse house;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new InletHouse(folder);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void an_address_that_is_nobodys_learns_nothing() {
        InletHouse.Person person = house.person("plex");
        String body = "{\"event\":\"library.new\"}";
        assertThat(person.call(body).status()).isEqualTo(200);
        String wrong = person.path.substring(0, person.path.length() - 1) + (person.path.endsWith("A") ? "B" : "A");
        for (String path : List.of(
                wrong,
                person.path.replace("/in/plex/", "/in/emby/"),
                person.path + "x",
                "/in/plex/x",
                "/in/plex/" + "%00".repeat(22))) {
            InletHouse.Answer answer = house.send("POST", path, Map.of(), body.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(path).isIn(400, 404);
        }
        assertThat(person.inlet().path("counts").path("calls").intValue()).isEqualTo(1);
    }

    @Test
    void who_opens_the_address_is_told_that_it_works_and_that_is_no_call() {
        InletHouse.Person person = house.person("plex");
        InletHouse.Answer answer = house.send("GET", person.path, Map.of(), new byte[0]);
        assertThat(answer.body()).contains("This address works").contains("Plex");
        assertThat(person.inlet().path("counts").path("calls").intValue()).isZero();
    }

    @Test
    void an_inlet_that_is_off_keeps_nothing_and_a_new_secret_ends_the_old_one() {
        InletHouse.Person person = house.person("plex");
        person.api("POST", "/api/inlets/1", "{\"enabled\":false}");
        assertThat(person.call("{").status()).isEqualTo(403);
        person.api("POST", "/api/inlets/1", "{\"enabled\":true}");
        assertThat(person.call("{").status()).isEqualTo(202);
        person.api("POST", "/api/inlets/1/secret", "");
        assertThat(person.call("{").status()).isEqualTo(404);
        assertThat(person.waiting()).hasSize(1);
        assertThat(person.api("POST", "/api/inlets/1/retry", "")
                        .json()
                        .get(0)
                        .path("outcome")
                        .stringValue())
                .isEqualTo("quarantined");
        assertThat(person.api("POST", "/api/quarantine/1/retry", "")
                        .json()
                        .path("reason")
                        .stringValue())
                .contains("expected a JSON object");
    }

    @Test
    void a_report_from_a_clock_that_is_far_ahead_waits_until_its_time_may_be_true() {
        InletHouse.Person person = house.person("freshrss");
        String ahead = "{\"event\":\"read\",\"title\":\"Why\",\"url\":\"https://example.org/\"," + "\"read_at\":\""
                + house.clock.instant().plusSeconds(3 * 86_400) + "\"}";
        InletHouse.Answer answer = person.call(ahead);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).contains("more than a day ahead");
        assertThat(person.scrobbles()).isZero();
        assertThat(person.waiting()).hasSize(1);
    }

    @Test
    void what_is_too_large_is_413_and_keeps_nothing() {
        InletHouse.Person person = house.person("plex");
        assertThat(person.call("\"" + "x".repeat(Inbox.MATTER_BYTES_MAX) + "\"").status())
                .isEqualTo(413);
        assertThat(person.waiting()).isEmpty();
    }

    @Test
    void mutated_calls_are_never_our_fault_and_never_cost_a_good_one() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (String party :
                List.of("plex", "jellyfin", "emby", "kodi", "immich", "miniflux", "koreader", "trakt", "freshrss")) {
            InletHouse.Person person = house.person(party);
            List<byte[]> good = fixtures(party);
            for (int round = 0; round < ROUNDS; round++) {
                byte[] body = good.get(random.nextInt(good.size()));
                for (int i = random.nextInt(3); i >= 0; i--) {
                    body = mutated(body, random);
                }
                InletHouse.Answer answer = send(person, body, random);
                String shown = party + ", seed " + seed + ", round " + round + ": "
                        + new String(body, StandardCharsets.UTF_8) + " -> " + answer;
                assertThat(answer.status()).as(shown).isLessThan(500);
            }
            assertThat(person.plays().isArray()).as("seed " + seed).isTrue();
        }
        InletHouse.Person person = house.person("plex");
        for (int round = 0; round < 20; round++) {
            person.form("payload", new String(mutated(track(), random), StandardCharsets.UTF_8));
        }
        long before = person.plays().size();
        house.after(4_000);
        person.form("payload", new String(track(), StandardCharsets.UTF_8));
        assertThat(person.plays().size()).as("seed " + seed).isEqualTo((int) before + 1);
    }

    private static byte[] track() throws IOException {
        return Files.readAllBytes(FIXTURES.resolve("plex/track.json"));
    }

    private InletHouse.Answer send(InletHouse.Person person, byte[] body, Random random) {
        String behind = switch (random.nextInt(4)) {
            case 0 -> "/scrobble/stop";
            case 1 -> "/syncs/progress";
            default -> "";
        };
        Map<String, String> headers = switch (random.nextInt(4)) {
            case 0 -> Map.of("Content-Type", "multipart/form-data; boundary=edge");
            case 1 -> Map.of("Content-Type", "application/x-www-form-urlencoded");
            case 2 -> Map.of("Content-Type", "text/plain");
            default -> Map.of("Content-Type", "application/json");
        };
        return house.send(random.nextInt(5) == 0 ? "PUT" : "POST", person.path + behind, headers, body);
    }

    /** The fixtures of a party with their blanks filled; for those without, what their tests send. */
    private static List<byte[]> fixtures(String party) throws IOException {
        List<byte[]> all = new ArrayList<>();
        Path folder = FIXTURES.resolve(party);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".json")).forEach(file -> all.add(filled(file)));
            }
        }
        all.add(("{\"document\":\"9d2a0f1e\",\"progress\":\"/body\",\"percentage\":0.4,\"device\":\"kobo\",\"movie\":"
                        + "{\"title\":\"Alien\",\"ids\":{\"tmdb\":348}},\"event\":\"read\",\"title\":\"Why\"}")
                .getBytes(StandardCharsets.UTF_8));
        return all;
    }

    private static byte[] filled(Path file) {
        try {
            return Files.readString(file)
                    .replace("media.EVENT", "media.scrobble")
                    .replace("Player.METHOD", "Player.OnStop")
                    .replace("EVENT", "Scrobble")
                    .replace("\"TYPE\"", "\"PlaybackStop\"")
                    .replaceAll("\"(UTC|DATE)\"", "\"2026-01-01T20:00:00Z\"")
                    .replaceAll("OFFSET|TICKS|MINUTES|PROGRESS", "42")
                    .replaceAll("DONE|END", "true")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
