package io.reprise.laws;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.catalog.Fact;
import io.reprise.catalog.FactRows;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.catalog.Ruling;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.history.History;
import io.reprise.media.ContainerKind;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import io.reprise.store.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws under thousands of decisions, scrobbles and undos that come in any order. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LedgerLawTest {
    private static final int STEPS = 1_500;
    private static final Ledger.Author AUTHOR = new Ledger.Author("ada", "a test");

    private final List<Long> decisions = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatever_is_decided_a_rebuild_finds_the_same_the_sums_agree_and_undoing_all_gives_back_all(Dialect dialect) {
        long seed = Long.getLong("reprise.seed", System.nanoTime());
        try (Library library = new Library(dialect)) {
            Random random = new Random(seed);
            List<RandomHistory.Telling> tellings =
                    new RandomHistory(seed).tellings(STEPS / 10).subList(0, STEPS / 10);
            for (int step = 0; step < STEPS; step++) {
                if (step == STEPS / 3) {
                    tellFacts(library, 1);
                }
                if (step % 10 == 0) {
                    RandomHistory.Telling telling = tellings.get(step / 10);
                    library.live(ADA, telling.client(), telling.line());
                }
                decideOrUndo(library, random);
            }
            sumsAgree(library);
            tellFacts(library, 2);
            sumsAgree(library);
            List<String> rows = library.readings(ADA);
            Map<String, Integer> totals = library.totals(ADA);

            library.aggregator.rebuild(ADA);

            assertThat(library.readings(ADA)).containsExactlyElementsOf(rows);
            assertThat(library.totals(ADA)).isEqualTo(totals);
            undoAll(library, random);
            assertThat(library.totals(ADA)).isEqualTo(untouched(dialect, tellings));
            sumsAgree(library);
        } catch (Throwable failure) {
            throw new AssertionError("with -Dreprise.seed=" + seed + " on " + dialect, failure);
        }
    }

    private void decideOrUndo(Library library, Random random) {
        try {
            if (!decisions.isEmpty() && random.nextInt(3) == 0) {
                long decision = decisions.get(random.nextInt(decisions.size()));
                library.removal.undo(ADA, decision, AUTHOR);
                decisions.add(last(library));
            } else {
                decisions.add(decide(library, random));
            }
        } catch (Refusal refused) {
            assertThat(refused).message().isNotBlank();
        }
    }

    private static long last(Library library) {
        return library.count("select decisions from catalog_head where user_id = :user", ADA);
    }

    private static long decide(Library library, Random random) {
        SubjectKind kind = List.of(SubjectKind.ITEM, SubjectKind.CREATOR, SubjectKind.CONTAINER)
                .get(random.nextInt(3));
        Thing thing = new Thing(kind, 1 + random.nextInt(8));
        return library.database.write(tx -> random.nextInt(3) == 0
                ? library.ledger.merge(tx, ADA, kind, thing.number(), 1 + random.nextInt(8), AUTHOR)
                : library.ledger.decide(tx, ADA, thing, ruling(random), AUTHOR));
    }

    private static Ruling ruling(Random random) {
        ExternalId id = new ExternalId("isrc", "ISRC" + random.nextInt(4));
        return switch (random.nextInt(7)) {
            case 0 -> new Ruling.Link(id);
            case 1 -> new Ruling.Unlink(id);
            case 2 -> new Ruling.Rename("Name " + random.nextInt(5));
            case 3 -> new Ruling.Recredit(List.of(name(random), name(random)));
            case 4 -> new Ruling.Split(List.of(name(random), name(random)));
            case 5 -> new Ruling.Move(ContainerKind.RELEASE, "Album " + random.nextInt(4), "Artist 1");
            default -> new Ruling.Ignore();
        };
    }

    private static CreditedName name(Random random) {
        return new CreditedName("Artist " + random.nextInt(5), " & ", "artist");
    }

    private static void sumsAgree(Library library) {
        long scrobbles = library.count("select scrobbles from head where user_id = :user", ADA);
        assertThat(library.count("select count(*) from play where user_id = :user", ADA))
                .isEqualTo(scrobbles);
        long counted = library.count("select count(*) from play where user_id = :user and reason = 0", ADA);
        assertThat(library.count("select coalesce(sum(plays), 0) from daily_plays where user_id = :user", ADA))
                .isEqualTo(counted);
        assertThat(library.totals(ADA).values().stream().mapToLong(n -> n).sum())
                .isEqualTo(counted);
        assertThat(timeByHistory(library)).isEqualTo(timeBySql(library));
    }

    /** Seconds by local day and canonical item, as the history has them. */
    private static Map<String, Long> timeByHistory(Library library) {
        Map<String, Long> time = new TreeMap<>();
        History history = library.history(ADA);
        for (int i = 0; i < history.size(); i++) {
            time.merge(history.day(i) + " " + history.item(i), (long) history.seconds(i), Long::sum);
        }
        return time;
    }

    /** The same from the view that other programs read. */
    private static Map<String, Long> timeBySql(Library library) {
        Map<String, Long> time = new TreeMap<>();
        library.database.read(tx -> tx.handle()
                .createQuery("select day, canonical, seconds from daily_time where user_id = 1")
                .map((row, context) -> time.merge(row.getInt(1) + " " + row.getInt(2), row.getLong(3), Long::sum))
                .list());
        return time;
    }

    /** Lengths of three of the ids that things are linked to. */
    private static void tellFacts(Library library, long toldAt) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ExternalId id = new ExternalId("isrc", "ISRC" + i);
            Integer seconds = 100 + 10 * i + (int) toldAt;
            facts.add(new Fact(id, "test", toldAt, "", "", seconds, "", "", List.of(), List.of()));
        }
        library.database.write(tx -> {
            FactRows.put(tx, ADA, facts);
            return true;
        });
    }

    /** In any order; what is refused for another decision's sake goes after that. */
    private void undoAll(Library library, Random random) {
        for (int round = 0; round < 50; round++) {
            List<Long> originals = library.database.read(tx -> library.ledger.after(tx, ADA, 0, 100_000).stream()
                    .filter(decision -> decision.kind() != io.reprise.catalog.DecisionKind.UNDO)
                    .map(io.reprise.catalog.Decision::number)
                    .toList());
            List<Long> shuffled = new ArrayList<>(originals);
            Collections.shuffle(shuffled, random);
            int undone = 0;
            for (long decision : shuffled) {
                try {
                    library.removal.undo(ADA, decision, AUTHOR);
                    undone++;
                } catch (Refusal goesLaterOrIsGone) {
                    assertThat(goesLaterOrIsGone).message().isNotBlank();
                }
            }
            if (undone == 0) {
                return;
            }
        }
    }

    private static Map<String, Integer> untouched(Dialect dialect, List<RandomHistory.Telling> tellings) {
        try (Library library = new Library(dialect)) {
            tellings.forEach(telling -> library.live(ADA, telling.client(), telling.line()));
            return library.totals(ADA);
        }
    }
}
