package io.reprise.laws;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.play.Aggregator;
import io.reprise.store.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An import run undone is as though it had never come; redone, as though it had never been undone. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class UndoLawTest {
    private static final int HISTORIES = 5;
    private static final Ledger.Author AUTHOR = new Ledger.Author("ada", "a test");
    private static final String COUNTED = "select p.at, p.number, p.item, p.seconds, p.day, p.reason, p.part_of"
            + " from play p join scrobble s on s.user_id = p.user_id and s.number = p.number"
            + " where p.user_id = :user and s.run <> 2 order by p.at, p.number";

    private static List<String> rows(Library library, String sql) {
        return library.database.read(tx -> tx.handle()
                .createQuery(sql)
                .bind("user", ADA.value())
                .mapToMap()
                .map(String::valueOf)
                .list());
    }

    /** Everything that counts can depend on, but for the rows of the run itself. */
    private static List<String> counts(Library library) {
        List<String> rows = new ArrayList<>(rows(library, COUNTED));
        rows.addAll(rows(
                library,
                "select day, item, plays, seconds, silent from daily_plays"
                        + " where user_id = :user order by day, item"));
        return rows;
    }

    private static void settle(Library library, int run) {
        Aggregator.RunStep step = new Aggregator.RunStep(0, 0, false);
        while (!step.isLast()) {
            long after = step.reached();
            step = library.database.write(tx -> library.aggregator.judgeRun(tx, ADA, run, after));
        }
    }

    private static void undo(Library library) {
        library.database.write(tx -> library.ledger.retract(tx, ADA, 2, AUTHOR));
        settle(library, 2);
    }

    private static void redo(Library library) {
        library.database.write(tx -> {
            library.ledger.restore(tx, ADA, 2, AUTHOR);
            return true;
        });
        settle(library, 2);
    }

    private static List<String> lines(List<RandomHistory.Telling> tellings, String client) {
        return tellings.stream()
                .filter(telling -> telling.client().equals(client))
                .map(RandomHistory.Telling::line)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void undone_the_counts_are_what_they_were_and_redone_they_are_what_they_became(Dialect dialect) {
        long first = Long.getLong("reprise.seed", System.nanoTime());
        for (long seed = first; seed < first + HISTORIES; seed++) {
            try (Library library = new Library(dialect)) {
                Random random = new Random(seed);
                List<RandomHistory.Telling> tellings = new RandomHistory(seed).tellings(120);
                library.bulk(ADA, "server", lines(tellings, "server"));
                library.live(ADA, "diary", lines(tellings, "diary").toArray(String[]::new));
                library.removal.remove(ADA, 1 + random.nextInt(40), AUTHOR);
                List<String> before = counts(library);

                library.bulk(ADA, "phone", lines(tellings, "phone"), 2);
                List<String> with = library.readings(ADA);
                assertThat(counts(library)).isNotEqualTo(before);

                undo(library);
                assertThat(counts(library)).as("undone, -Dreprise.seed=" + seed).isEqualTo(before);
                List<String> undone = library.readings(ADA);
                library.aggregator.rebuild(ADA);
                assertThat(library.readings(ADA))
                        .as("rebuilt, -Dreprise.seed=" + seed)
                        .isEqualTo(undone);

                redo(library);
                assertThat(library.readings(ADA))
                        .as("redone, -Dreprise.seed=" + seed)
                        .isEqualTo(with);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_comes_after_the_undo_is_judged_without_the_run(Dialect dialect) {
        String song = "title=Says;artist=Nils Frahm;length=480;at=2026-01-01T10:00:0";
        try (Library library = new Library(dialect)) {
            library.bulk(ADA, "phone", List.of(song + "0Z"), 2);
            undo(library);
            library.live(ADA, "server", song + "4Z");

            assertThat(library.totals(ADA)).containsEntry("Nils Frahm - Says", 1);
            assertThat(rows(library, "select reason from play where user_id = :user order by number"))
                    .containsExactly("{reason=8}", "{reason=0}");

            redo(library);
            assertThat(library.totals(ADA)).containsEntry("Nils Frahm - Says", 1);
        }
    }

    @Test
    void a_play_of_an_undone_run_is_not_kept_alone_and_its_decision_is_not_undone_alone() {
        try (Library library = new Library(Dialect.SQLITE)) {
            library.bulk(ADA, "phone", List.of("title=Says;artist=A;at=2026-01-01T10:00:00Z"), 2);
            undo(library);

            assertThatThrownBy(() -> library.removal.keep(ADA, 1, AUTHOR))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("import run 2");
            assertThatThrownBy(() -> library.removal.undo(ADA, 1, AUTHOR))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("import run 2");
            assertThatThrownBy(() -> undo(library)).hasMessageContaining("undone already");
            redo(library);
            assertThatThrownBy(() -> redo(library)).hasMessageContaining("nothing to redo");
            assertThatThrownBy(() -> library.removal.undo(ADA, 2, AUTHOR)).hasMessageContaining("import run 2");
        }
    }
}
