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
    void asking_regularly_is_ordered_and_ended_and_every_answer_is_what_holds_then() {
        typist.with("REPRISE_AUTHORITIES", "none");
        assertThat(typist.run("resolve", "--every", "7").err()).contains("no authority on the network is switched on");
        typist.with("REPRISE_AUTHORITIES", "tvmaze");

        assertThat(typist.run("resolve", "--every", "7").out())
                .containsPattern("are asked every 7 days, next at 20\\d\\d-.*Z\\.");
        assertThat(typist.run("resolve", "--every", "1").out()).contains("are asked every day, next at");
        assertThat(typist.run("resolve", "--every", "366").err()).contains("a whole number from 1 to 365");
        assertThat(typist.run("resolve", "--every", "0", "--json").out()).contains("\"every_days\":null");
        assertThat(typist.run("resolve", "--every", "0").out()).contains("asked only when you start it");
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
                "resolve --every 7 --network",
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

    @Test
    void a_thing_is_rated_tagged_and_noted_by_number_and_by_name() {
        typist.run("scrobble", "song", "Says", "--by", "Nils Frahm", "--in", "Spaces", "--at", "2024-05-01 20:15");
        typist.run("scrobble", "song", "Says (live)", "--by", "Nils Frahm", "--at", "2024-05-01 21:15");

        assertThat(typist.run("rate", "1", "4.5/5").out()).contains("Says by Nils Frahm: 4.5/5");
        assertThat(typist.run("rate", "says", "love").out()).contains("4.5/5; loved");
        assertThat(typist.run("rate", "creator:1", "80%").out()).contains("Nils Frahm: 4/5");
        assertThat(typist.run("rate", "1", "2/5").out()).contains("2/5");
        assertThat(typist.run("rate", "1", "undo").out()).contains("4.5/5");
        assertThat(typist.run("rate", "1", "splendid").err()).contains("expected one such as 4.5/5");
        assertThat(typist.run("rate", "say", "5/5").err()).contains("item:1 Says", "item:2 Says (live)");
        assertThat(typist.run("rate", "nothing so called").err()).contains("Nothing in your history is called");
        assertThat(typist.run("tag", "container:1", "calm").out()).contains("Spaces by Nils Frahm: tags: calm");
        assertThat(typist.run("tag").out()).contains("calm");
        assertThat(typist.run("tag", "--find", "CALM").out())
                .contains("container:1")
                .contains("Spaces");
        assertThat(typist.run("tag", "container:1", "calm", "--remove").out()).contains("nothing said");
        assertThat(typist.run("tag", "calm").code()).isEqualTo(Commands.ASKED_WRONGLY);
        assertThat(typist.run("note", "1", "In the train.").out()).contains("In the train.");
        String number = typist.run("note", "1").out().replaceAll("(?s).*note ([0-9]+),.*", "$1");
        assertThat(typist.run("note", "1", "--remove", number).out()).doesNotContain("In the train.");
        assertThat(typist.run("rate", "now", "8/10").err()).contains("Nothing plays now");
        assertThat(typist.run("rate", "now").code()).isEqualTo(Commands.ASKED_WRONGLY);
    }

    @Test
    void rules_for_names_are_kept_previewed_applied_and_undone() {
        typist.run("scrobble", "song", "Dance", "--by", "Ann feat. Bo", "--at", "2024-05-01 20:15");
        typist.run("scrobble", "song", "Noise", "--by", "Unknown Artist", "--at", "2024-05-01 21:15");

        assertThat(typist.run("credits").out()).contains("There are no rules yet.");
        assertThat(typist.run("credits", "add", "ignore", "Unknown Artist").out())
                .contains("Kept: ignore");
        assertThat(typist.run("credits", "list").out()).contains("ignore Unknown Artist");
        assertThat(typist.run("credits", "preview").out()).contains("Ann | Bo", "-> nobody", "2 in all would change");
        assertThat(typist.run("credits", "apply").out()).contains("2 names changed.", "reprise credits undo 1 2");
        assertThat(typist.run("credits", "preview").out()).contains("Nothing would change.");
        assertThat(typist.run("credits", "undo", "1", "2").out()).contains("2 decisions taken back.");
        assertThat(typist.run("credits", "remove", "unknown artist").out()).contains("The rule is gone.");
        assertThat(typist.run("credits", "add", "keep").code()).isEqualTo(Commands.ASKED_WRONGLY);
        assertThat(typist.run("credits", "add", "replace", "A").err()).contains("1 to 20 names");
    }
}
