package io.reprise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.app.App;
import io.reprise.cli.Typist.Ended;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a server, and on its folder while it runs. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ServerCommandsTest {
    private static final int ROUNDS = 12;

    @TempDir
    static Path made;

    static Path emptyStore;

    @TempDir
    Path home = Path.of("");

    private Typist here;
    private Typist there;
    private App server;

    @BeforeAll
    static void makeStore() {
        emptyStore = Typist.emptyStore(made);
    }

    @BeforeEach
    void serve() {
        here = new Typist(home).over(emptyStore);
        String token = here.user("ann");
        server = here.open();
        String address = server.serve("ann").address();
        there = new Typist(home.resolve("elsewhere"))
                .with(Reach.SERVER_VARIABLE, address)
                .with(Reach.TOKEN_VARIABLE, token);
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void the_server_and_the_folder_answer_alike() {
        assertThat(there.run("scrobble", "song", "Ferry", "--by", "The Otters", "--at", "2024-05-01 20:15")
                        .out())
                .isEqualTo("Stored as scrobble 1, 2024-05-01 20:15: it counts.\n");

        for (String command : new String[] {"history", "stats", "export"}) {
            assertThat(there.run(command)).isEqualTo(here.run(command));
        }
        assertThat(there.run("top", "items")).isEqualTo(here.run("top", "items"));
        assertThat(there.home().resolve("kept")).doesNotExist();
    }

    @Test
    void commands_on_the_folder_of_a_running_server_lose_nothing_and_tell_nothing_twice() {
        String lines = IntStream.range(0, 3000)
                .mapToObj(i -> "{\"kind\":\"song\",\"title\":\"Old " + i % 40 + "\",\"artist\":\"A\",\"started_at\":"
                        + (1_500_000_000L + i * 300L) + ",\"length\":200}\n")
                .collect(Collectors.joining());
        CompletableFuture<Ended> fromFile = CompletableFuture.supplyAsync(() -> here.given(lines, "import", "-"));
        CompletableFuture<Void> overThere = CompletableFuture.runAsync(() -> tell(there, "There"));
        tell(here, "Here");
        overThere.join();

        assertThat(fromFile.join().out()).contains("3,000 new");
        assertThat(there.run("stats").out()).contains("plays            " + Amounts.count(3000 + 2 * ROUNDS) + "\n");
        assertThat(here.run("stats")).isEqualTo(there.run("stats"));
    }

    private static void tell(Typist typist, String title) {
        for (int i = 0; i < ROUNDS; i++) {
            Ended ended = typist.run("scrobble", "song", title + " " + i, "--by", "B", "--at", "2024-05-01 20:15");
            assertThat(ended.err()).isEmpty();
            assertThat(ended.code()).isZero();
        }
    }

    @Test
    void a_token_that_is_not_valid_is_told_in_one_line() {
        Ended refused = there.run("stats", "--token", "no-such-token");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("token is not valid", "Authorization")
                .hasLineCount(1);
    }

    @Test
    void a_server_that_is_not_there_is_told_plainly() {
        server.close();

        Ended ended = there.run("stats");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("cannot be reached (nothing listens there)", "Is it running")
                .hasLineCount(1);
    }

    @Test
    void what_does_not_fit_together_is_asked_wrongly() {
        assertThat(there.run("stats", "--server", "ftp://x").err()).contains("is no address");
        assertThat(there.run("stats", "--server", "http://127.0.0.1:1", "--user", "ann")
                        .code())
                .isEqualTo(2);
        assertThat(there.with(Reach.TOKEN_VARIABLE, " ").run("stats").err()).contains(Reach.TOKEN_VARIABLE);
        assertThat(here.run("stats", "--token", "x").err()).contains("--token is for a server");
    }

    @Test
    void a_flag_for_the_folder_wins_over_the_variable_of_a_server() {
        assertThat(there.run("stats", "--data", here.data().toString()).out()).contains("plays            0");
    }
}
