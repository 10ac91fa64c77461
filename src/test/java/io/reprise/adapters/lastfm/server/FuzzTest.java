package io.reprise.adapters.lastfm.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.Recording;
import io.reprise.adapters.Mutation;
import io.reprise.adapters.WholeServer;
import io.reprise.adapters.WholeServer.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests of real clients, broken in many ways. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class FuzzTest {
    private static final int ROUNDS = 350;

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_mutated_request_is_never_our_fault_and_never_costs_a_good_scrobble() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (WholeServer server = new WholeServer(folder)) {
            List<String> forms = forms(server);
            List<String> good = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                byte[] broken =
                        Mutation.of(forms.get(random.nextInt(forms.size())).getBytes(StandardCharsets.UTF_8), random);
                String told = "seed " + seed + ", round " + round + ": " + new String(broken, StandardCharsets.UTF_8);
                Answer alone = server.post("/2.0/", broken);
                assertThat(alone.status()).as(told).isLessThan(500);
                assertThat(alone.body()).as(told).matches("(?s)(<\\?xml|\\{).*");

                String title = "Good " + round;
                String own = WholeServer.form("method", "track.scrobble", "sk", server.token, "format", "json")
                        + "&"
                        + WholeServer.form(
                                "artist[49]",
                                "Good",
                                "track[49]",
                                title,
                                "timestamp[49]",
                                Long.toString(server.now() - round));
                Answer beside =
                        server.post("/2.0/", Mutation.joined((own + "&").getBytes(StandardCharsets.UTF_8), broken));
                if (!beside.body().contains("at most 50")) {
                    assertThat(beside.status()).as(told + beside.body()).isEqualTo(200);
                    good.add("Good - " + title);
                }
            }
            assertThat(good).hasSizeGreaterThan(ROUNDS / 2);
            assertThat(recent(server)).as("seed " + seed).containsAll(good);
        }
    }

    private static List<String> recent(WholeServer server) {
        List<String> lines = new ArrayList<>();
        String query = "/2.0/?method=user.getRecentTracks&limit=1000&format=json&sk=" + server.token;
        server.get(query)
                .json()
                .path("recenttracks")
                .path("track")
                .forEach(track -> lines.add(track.path("artist").path("#text").asString("") + " - "
                        + track.path("name").asString("")));
        return lines;
    }

    /** The recorded calls as forms, with Alice's token and times that are past. */
    private static List<String> forms(WholeServer server) {
        List<String> forms = new ArrayList<>();
        for (Recording recording : Recording.all("lastfm")) {
            int query = recording.path().indexOf('?');
            String form = recording.body().isEmpty() ? recording.path().substring(query + 1) : recording.body();
            forms.add(form.replaceAll("(sk=|password=)[^&]*", "$1" + server.token)
                    .replaceAll("(timestamp[^=]*=)17952", "$1" + "17942")
                    .replace("auth.getMobileSession", "auth.getSessionInfo"));
        }
        return forms;
    }
}
