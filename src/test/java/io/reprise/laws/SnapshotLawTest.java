package io.reprise.laws;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.ZoneHistory;
import io.reprise.catalog.Fact;
import io.reprise.catalog.FactRows;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.catalog.Ruling;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.history.Histories;
import io.reprise.history.HistoryLines;
import io.reprise.history.Keeping;
import io.reprise.media.ContainerKind;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import io.reprise.play.Aggregator;
import io.reprise.store.Dialect;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to a library, a history that begins with a file answers as one that is read from the store. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SnapshotLawTest {
    private static final int STEPS = 150;
    private static final long BYTES_MAX = 64L << 20;
    private static final Ledger.Author AUTHOR = new Ledger.Author("ada", "a test");

    @TempDir
    Path folder = Path.of("");

    private final List<RandomHistory.Telling> waiting = new ArrayList<>();
    private int runs;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_history_from_a_file_answers_as_one_from_the_store(Dialect dialect) {
        long seed = Long.getLong("reprise.seed", System.nanoTime());
        Random random = new Random(seed);
        waiting.addAll(new RandomHistory(seed).tellings(3 * STEPS));
        try (Library library = new Library(dialect);
                Histories longLived = kept(library, 1)) {
            longLived.start();
            for (int step = 0; step < STEPS; step++) {
                String what = happen(library, random);
                List<String> told = HistoryLines.of(
                        new Histories(library.database, library.log, library::calendar, Keeping.inMemory(BYTES_MAX))
                                .of(ADA));
                try (Histories fresh = kept(library, 1 + random.nextInt(20))) {
                    if (random.nextBoolean()) {
                        fresh.start();
                    }
                    assertThat(HistoryLines.of(fresh.of(ADA)))
                            .as("step %d: %s", step, what)
                            .isEqualTo(told);
                }
                assertThat(HistoryLines.of(longLived.of(ADA))).isEqualTo(told);
            }
        } catch (Throwable failure) {
            throw new AssertionError("with -Dreprise.seed=" + seed + " on " + dialect, failure);
        }
    }

    private Histories kept(Library library, int playsMin) {
        Keeping keeping = new Keeping(BYTES_MAX, Optional.of(folder), playsMin);
        return new Histories(library.database, library.log, library::calendar, keeping);
    }

    private String happen(Library library, Random random) {
        try {
            return switch (random.nextInt(16)) {
                case 0, 1, 2 -> live(library, 1 + random.nextInt(4));
                case 3, 4 -> bulk(library, 5 + random.nextInt(10));
                case 5 -> undoRun(library, random);
                case 6 -> "removal " + library.removal.remove(ADA, 1 + random.nextInt(60), AUTHOR);
                case 7, 8 -> "merge " + merge(library, random);
                case 9, 10, 11 -> "ruling " + rule(library, random);
                case 12, 13 -> undo(library, random);
                case 14 -> facts(library, random);
                default -> rareOnes(library, random);
            };
        } catch (Refusal | java.util.NoSuchElementException refused) {
            return "refused: " + refused.getMessage();
        }
    }

    private String live(Library library, int count) {
        for (int i = 0; i < count && !waiting.isEmpty(); i++) {
            RandomHistory.Telling telling = waiting.removeFirst();
            library.live(ADA, telling.client(), telling.line());
        }
        return "live";
    }

    private String bulk(Library library, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count && !waiting.isEmpty(); i++) {
            lines.add(waiting.removeFirst().line());
        }
        lines.add("title=Part " + runs + ";kind=episode;show=Show;n=" + runs + ";at=2026-01-01T10:00:00Z");
        library.bulk(ADA, "file", lines, ++runs);
        return "import";
    }

    private String undoRun(Library library, Random random) {
        int run = 1 + random.nextInt(runs + 1);
        library.database.write(tx -> library.ledger.retract(tx, ADA, run, AUTHOR));
        Aggregator.RunStep step = new Aggregator.RunStep(0, 0, false);
        while (!step.isLast()) {
            long after = step.reached();
            step = library.database.write(tx -> library.aggregator.judgeRun(tx, ADA, run, after));
        }
        return "undo of a run";
    }

    private static long merge(Library library, Random random) {
        SubjectKind kind = kind(random);
        return library.database.write(
                tx -> library.ledger.merge(tx, ADA, kind, 1 + random.nextInt(6), 1 + random.nextInt(6), AUTHOR));
    }

    private static long rule(Library library, Random random) {
        Thing thing = new Thing(kind(random), 1 + random.nextInt(6));
        Ruling ruling = ruling(random);
        return library.database.write(tx -> library.ledger.decide(tx, ADA, thing, ruling, AUTHOR));
    }

    private static SubjectKind kind(Random random) {
        return List.of(SubjectKind.ITEM, SubjectKind.CREATOR, SubjectKind.CONTAINER)
                .get(random.nextInt(3));
    }

    private static Ruling ruling(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Ruling.Link(new ExternalId("isrc", "ISRC" + random.nextInt(3)));
            case 1 -> new Ruling.Rename("Name " + random.nextInt(5));
            case 2 -> new Ruling.Recredit(List.of(name(random), name(random)));
            case 3 -> new Ruling.Split(List.of(name(random), name(random)));
            case 4 -> new Ruling.Move(ContainerKind.RELEASE, "Album " + random.nextInt(4), "Artist 1");
            default -> new Ruling.Ignore();
        };
    }

    private static CreditedName name(Random random) {
        return new CreditedName("Artist " + random.nextInt(5), " & ", "artist");
    }

    private static String undo(Library library, Random random) {
        long last = library.count("select coalesce(max(number), 0) from decision where user_id = :user", ADA);
        if (last > 0) {
            library.removal.undo(ADA, 1 + random.nextLong(last), AUTHOR);
        }
        return "undo";
    }

    private static String facts(Library library, Random random) {
        ExternalId id = new ExternalId("isrc", "ISRC" + random.nextInt(3));
        Fact fact = new Fact(
                id, "test", random.nextInt(100), "", "", 100 + random.nextInt(50), "", "", List.of(), List.of());
        library.database.write(tx -> {
            FactRows.put(tx, ADA, List.of(fact));
            return true;
        });
        return "facts";
    }

    private static String rareOnes(Library library, Random random) {
        if (random.nextBoolean()) {
            library.aggregator.rebuild(ADA);
            return "rebuild";
        }
        ZoneId zone = ZoneId.of(random.nextBoolean() ? "Asia/Tokyo" : "America/Lima");
        library.zones.merge(ADA, ZoneHistory.of(zone), (before, none) -> before.moved(random.nextLong(1L << 31), zone));
        library.aggregator.rebuild(ADA);
        return "move";
    }
}
