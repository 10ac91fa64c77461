package io.reprise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.cli.Typist.Ended;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class CommandsTest {
    @TempDir
    static Path made;

    static Path emptyStore;

    @TempDir
    Path home = Path.of("");

    private Typist typist;

    @BeforeAll
    static void makeStore() {
        emptyStore = Typist.emptyStore(made);
    }

    @BeforeEach
    void sitDown() {
        typist = new Typist(home).over(emptyStore);
    }

    private Ended run(String standardInput, String... arguments) {
        return typist.given(standardInput, arguments);
    }

    @Test
    void users_are_added_listed_and_given_new_passwords() {
        Ended added = run("correct horse\n", "user", "add", "Ann", "--password-stdin", "--zone", "Europe/Berlin");
        assertThat(added).isEqualTo(new Ended(0, "Added Ann.\n", ""));
        assertThat(run("another one\n", "user", "password", "ann", "--password-stdin")
                        .code())
                .isZero();

        assertThat(run("", "user", "week", "ann", "Sunday").out()).isEqualTo("The weeks of Ann begin on sunday.\n");
        assertThat(run("", "user", "week", "ann", "friday").code()).isEqualTo(2);
        assertThat(run("", "user", "list").out()).isEqualTo("1\tAnn\n");
        assertThat(run("", "user", "list", "--json").out()).isEqualTo("[{\"number\":1,\"name\":\"Ann\"}]\n");
    }

    @Test
    void a_token_is_printed_alone_and_can_be_taken_back() {
        run("correct horse\n", "user", "add", "ann", "--password-stdin");

        Ended created = run("", "token", "create", "ann", "--name", "phone");
        assertThat(created.code()).isZero();
        assertThat(UUID.fromString(created.out().strip())).isNotNull();
        assertThat(created.err()).isEmpty();

        Ended listed = run("", "token", "list", "ann", "--json");
        assertThat(listed.out())
                .contains("\"number\":1", "\"name\":\"phone\"")
                .doesNotContain(created.out().strip());
        assertThat(run("", "token", "revoke", "ann", "1").code()).isZero();
        assertThat(run("", "token", "list", "ann").out()).isEmpty();
        assertThat(run("", "token", "revoke", "ann", "1").code()).isEqualTo(1);
    }

    @Test
    void a_user_is_removed_only_by_who_says_yes() {
        run("correct horse\n", "user", "add", "ann", "--password-stdin");

        Ended unsure = run("", "user", "remove", "ann");
        assertThat(unsure.code()).isEqualTo(1);
        assertThat(unsure.err()).contains("nothing was removed").contains("--yes");
        assertThat(run("", "user", "list").out()).isEqualTo("1\tann\n");

        assertThat(run("", "user", "remove", "ANN", "--yes").out())
                .isEqualTo("Removed ann and everything of theirs.\n");
        assertThat(run("", "user", "list").out()).isEmpty();
    }

    @Test
    void the_store_is_backed_up_into_a_file_that_opens() {
        run("correct horse\n", "user", "add", "ann", "--password-stdin");
        String copy = home.resolve("copy.db").toString();

        Ended backed = run("", "backup", copy);

        assertThat(backed.code()).as(backed.err()).isZero();
        assertThat(backed.out()).startsWith("Backed up to " + copy);
        assertThat(run("", "user", "list", "--database-url", "sqlite:" + copy).out())
                .isEqualTo("1\tann\n");
        assertThat(run("", "backup", copy).err()).contains("is there already");
        assertThat(run("", "backup", home.resolve("absent/copy.db").toString()).err())
                .isEqualTo(
                        "reprise: there is no folder " + home.resolve("absent") + " for the backup; make it first\n");
    }

    @Test
    void what_failed_ends_with_one_and_says_what_to_do() {
        run("correct horse\n", "user", "add", "ann", "--password-stdin");

        Ended taken = run("correct horse\n", "user", "add", "ANN", "--password-stdin");
        assertThat(taken.code()).isEqualTo(1);
        assertThat(taken.err()).startsWith("reprise: ").contains("Choose another name");
        Ended unknown = run("", "token", "create", "bob", "--name", "x");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("no user named bob").contains("reprise user list");
        assertThat(run("short\n", "user", "add", "bob", "--password-stdin").err())
                .contains("8 to 1000 characters");
    }

    @Test
    void what_was_asked_wrongly_ends_with_two_and_says_how() {
        assertThat(run("").code()).isEqualTo(2);
        assertThat(run("").err()).contains("serve").contains("user").contains("token");
        assertThat(run("", "fly").code()).isEqualTo(2);
        assertThat(run("", "user").code()).isEqualTo(2);
        assertThat(run("", "token", "create", "ann").err()).contains("--name");
        Ended port = run("", "serve", "--port", "many");
        assertThat(port.code()).isEqualTo(2);
        assertThat(port.err()).contains("port = many (from --port)");
        assertThat(run("", "serve", "--help").out())
                .contains("--database-url")
                .contains("4747")
                .contains("`%40`")
                .doesNotContain("%%");
    }

    @Test
    void what_was_mistyped_is_told_in_one_line_that_names_the_help() {
        assertThat(run("", "stats", "--fast"))
                .isEqualTo(new Ended(
                        2, "", "reprise: Unknown option: '--fast'. `reprise stats --help` shows what there is.\n"));
        assertThat(run("", "history", "--limit", "x").err())
                .startsWith("reprise: Invalid value for option '--limit': 'x' is not a whole number. ")
                .hasLineCount(1);
        assertThat(run("", "user", "add", "ann", "--zone", "Mars/X").err())
                .startsWith(
                        "reprise: Invalid value for option '--zone': 'Mars/X' is no time zone such as Europe/Berlin.");
        assertThat(run("", "stats", "everything").err()).startsWith("reprise: Nothing is known of the argument '");
        assertThat(run("", "art").err())
                .startsWith(
                        "reprise: `reprise art` alone does nothing. Expected one of fetch, sources, save, restore. ")
                .hasLineCount(1);
        assertThat(run("", "art", "draw").err()).startsWith("reprise: There is no `reprise art draw`. Expected one");
        assertThat(run("", "fly").err()).startsWith("reprise: There is no `reprise fly`. Expected one of serve, demo");
    }

    @Test
    void a_token_behind_a_mistyped_word_is_not_told_on_the_screen() {
        for (String[] line : new String[][] {
            {"fly", "--token", "a-secret"}, {"stats", "fly", "high", "a-secret"}, {"token", "fly", "a-secret"}
        }) {
            Ended ended = run("", line);
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("fly").doesNotContain("a-secret");
        }
    }

    @Test
    void a_password_is_never_taken_as_an_argument() {
        Ended ended = run("", "user", "add", "ann", "--password", "correct horse");

        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    @Timeout(60)
    void the_first_start_shows_how_to_sign_in_once_and_the_second_does_not() throws Exception {
        try (Served first = serve("--port", "0")) {
            String shown = first.shown();
            assertThat(shown).contains("user       ann").contains("password   ").contains("API token  ");
            assertThat(first.get("/alive")).contains("\"status\":\"ok\"").contains("sqlite");
            assertThat(run("correct horse\n", "user", "add", "bob", "--password-stdin")
                            .code())
                    .isZero();
        }
        try (Served second = serve("--port", "0")) {
            assertThat(second.shown()).doesNotContain("password");
        }
        assertThat(run("", "user", "list").out()).isEqualTo("1\tann\n2\tbob\n");
        assertThat(Files.exists(home.resolve("kept/reprise.db"))).isTrue();
    }

    @Test
    @Timeout(60)
    void a_port_that_is_taken_is_told_plainly() throws Exception {
        try (Served first = serve("--port", "0")) {
            Ended second = run("", "serve", "--port", "" + first.address().getPort());

            assertThat(second.code()).isEqualTo(1);
            assertThat(second.err()).contains("--port").doesNotContain("at java");
        }
    }

    private Served serve(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "serve";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Shown out = new Shown();
        Stop stop = new Stop();
        Terminal terminal = typist.terminal(InputStream.nullInputStream(), out, new ByteArrayOutputStream(), stop);
        return new Served(
                out,
                stop,
                CompletableFuture.supplyAsync(() -> Commands.run(terminal, all))
                        .whenComplete((code, failure) -> out.end()));
    }

    private record Served(Shown out, Stop stop, CompletableFuture<Integer> code) implements AutoCloseable {
        private static final Pattern LISTENING = Pattern.compile("Listening on (http://\\S+)");

        String shown() {
            return out.await("Listening on ");
        }

        URI address() {
            Matcher listening = LISTENING.matcher(shown());
            assertThat(listening.find()).as(shown()).isTrue();
            return URI.create(listening.group(1));
        }

        String get(String path) throws IOException, InterruptedException {
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpRequest request =
                        HttpRequest.newBuilder(address().resolve(path)).build();
                return client.send(request, BodyHandlers.ofString()).body();
            }
        }

        @Override
        public void close() {
            stop.ask();
            assertThat(code.join()).isZero();
        }
    }
}
