package io.reprise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.reprise.app.App;
import io.reprise.app.Setting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DemoCommandTest {
    private static final int PLAYS = 800;

    @TempDir
    static Path made;

    static Path emptyStore;

    @TempDir
    Path home = Path.of("");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void makeStore() {
        emptyStore = Typist.emptyStore(made);
    }

    private Terminal terminal(Typist typist, Shown out, Stop stop) {
        return typist.terminal(new ByteArrayInputStream(new byte[0]), out, err, stop);
    }

    @Test
    void a_demo_fills_its_folder_shows_how_to_get_in_and_leaves_the_real_one_alone() throws Exception {
        Typist typist = new Typist(home.resolve("real"));
        Path kept = new Typist(home).over(emptyStore).data();
        Stop stop = new Stop();
        Shown out = new Shown();
        Terminal terminal = terminal(typist, out, stop);
        Target target = new Target(terminal);
        target.tell(Setting.DATA, kept.toString());
        CompletableFuture<Integer> demo =
                CompletableFuture.supplyAsync(() -> new DemoCommand(target, terminal, PLAYS).call());

        String shown = out.await("Listening on ");
        Typist guest = new Typist(home.resolve("guest"))
                .with(Reach.SERVER_VARIABLE, part(shown, "Listening on (\\S+)"))
                .with(Reach.TOKEN_VARIABLE, part(shown, "API token  (\\S+)"));
        assertThat(guest.run("stats").out()).contains("plays            800\n");
        stop.ask();
        assertThat(demo.get()).isZero();
        assertThat(Files.exists(kept.resolve("reprise.db"))).isTrue();
        assertThat(typist.data()).doesNotExist();
    }

    private static String part(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    @Test
    void a_second_demo_on_its_folder_gives_a_new_password_and_no_second_history() {
        Typist typist = new Typist(home).over(emptyStore);
        try (App app = typist.open()) {
            Terminal terminal = terminal(typist, new Shown(), new Stop());
            var first = new DemoLibrary(app, typist.data(), terminal, PLAYS).prepare();
            var second = new DemoLibrary(app, typist.data(), terminal, PLAYS).prepare();

            assertThat(app.accounts().login("demo", first.password())).isEmpty();
            assertThat(app.accounts().login("demo", second.password())).isPresent();
            assertThat(err.toString(StandardCharsets.UTF_8)).containsOnlyOnce("Inventing 800 plays");
            assertThat(typist.data().resolve("demo.ndjson")).doesNotExist();
        }
    }

    @Test
    void a_folder_that_is_somebodys_is_refused() {
        Typist typist = new Typist(home).over(emptyStore);
        typist.user("ann");
        try (App app = typist.open()) {
            DemoLibrary library = new DemoLibrary(app, typist.data(), terminal(typist, new Shown(), new Stop()), PLAYS);

            assertThatExceptionOfType(Misuse.class).isThrownBy(library::prepare).withMessageContaining("somebody's");
        }
    }
}
