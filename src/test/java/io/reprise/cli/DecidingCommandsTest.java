package io.reprise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.cli.Typist.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code resolve}, {@code review} and {@code ledger} do on a data folder, and how they refuse what is wrong. */
@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DecidingCommandsTest {
    @TempDir
    static Path made;

    static Path emptyStore;

    @TempDir
    Path home = Path.of("");

    private Typist typist = new Typist(Path.of(""));

    @BeforeAll
    static void makeStore() {
        emptyStore = Typist.emptyStore(made);
    }

    @BeforeEach
    void move_in() {
        typist = new Typist(home).over(emptyStore);
        typist.user("ann");
    }

    @Test
    void where_nobody_can_be_asked_it_is_said_what_to_do_and_nothing_waits() {
        typist.run("scrobble", "song", "Says", "--by", "Nils Frahm", "--at", "2024-05-01 20:15");

        Ended asked = typist.run("resolve", "--max", "5");

        assertThat(asked.code()).isEqualTo(Commands.FAILED);
        assertThat(asked.err()).contains("there is nobody to be asked").contains("authority load");
        assertThat(typist.run("review").out()).contains("Nothing waits for you.");
        assertThat(typist.run("review", "--json").out()).contains("\"waiting\":0");
        assertThat(typist.run("review", "accept", "1").err()).contains("there is no proposal with the number 1");
        assertThat(typist.run("review", "accept", "1").code()).isEqualTo(Commands.FAILED);
    }

    @Test
    void the_ledger_is_empty_at_first_and_what_is_not_there_cannot_be_undone() {
        assertThat(typist.run("ledger").out()).contains("Nothing was decided yet.");
        Ended undone = typist.run("ledger", "undo", "7");
        assertThat(undone.code()).isEqualTo(Commands.FAILED);
        assertThat(undone.err()).contains("decision").contains("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "review accept",
                "review accept zero",
                "review praise 1",
                "review accept 1 --choice 0",
                "ledger undo",
                "ledger redo 1",
                "ledger undo 0"
            })
    void what_makes_no_sense_is_refused_before_anything_is_asked(String line) {
        Ended refused = typist.run(line.split(" "));

        assertThat(refused.code()).isEqualTo(Commands.ASKED_WRONGLY);
        assertThat(refused.err()).containsAnyOf("Expected", "numbered from 1");
    }
}
