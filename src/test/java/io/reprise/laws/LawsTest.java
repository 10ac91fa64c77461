package io.reprise.laws;

import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.catalog.Ledger;
import io.reprise.catalog.SubjectKind;
import io.reprise.scrobble.Receipt;
import io.reprise.store.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LawsTest {
    private static final int HISTORIES = 6;
    private static final Ledger.Author AUTHOR = new Ledger.Author("ada", "a test");

    private interface Law {
        void holds(Library library, RandomHistory history, Random random);
    }

    /** Tries a law on several made-up histories; a failure names the seed that repeats it. */
    private static void law(Dialect dialect, Law law) {
        long first = Long.getLong("reprise.seed", System.nanoTime());
        for (long seed = first; seed < first + HISTORIES; seed++) {
            try (Library library = new Library(dialect)) {
                law.holds(library, new RandomHistory(seed), new Random(seed));
            } catch (Throwable failure) {
                throw new AssertionError("with -Dreprise.seed=" + seed + " on " + dialect, failure);
            }
        }
    }

    private static void tell(Library library, List<RandomHistory.Telling> tellings, Random random) {
        int at = 0;
        while (at < tellings.size()) {
            String client = tellings.get(at).client();
            int to = at;
            List<String> lines = new ArrayList<>();
            while (to < tellings.size() && tellings.get(to).client().equals(client)) {
                lines.add(tellings.get(to++).line());
            }
            if (random.nextBoolean()) {
                library.bulk(ADA, client, lines);
            } else {
                library.live(ADA, client, lines.toArray(String[]::new));
            }
            at = to;
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void law_1_rebuilding_every_reading_finds_the_same_bytes(Dialect dialect) {
        law(dialect, (library, history, random) -> {
            tell(library, history.tellings(120), random);
            library.removal.remove(ADA, 1 + random.nextInt(100), AUTHOR);
            long kept = library.removal.keep(ADA, 1 + random.nextInt(100), AUTHOR);
            library.removal.undo(ADA, kept, AUTHOR);
            mergeTwo(library, random);
            List<String> before = library.readings(ADA);

            library.aggregator.rebuild(ADA);

            assertThat(library.readings(ADA)).containsExactlyElementsOf(before);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void law_2_told_twice_is_told_once(Dialect dialect) {
        law(dialect, (library, history, random) -> {
            List<RandomHistory.Telling> tellings = history.tellings(80);
            tell(library, tellings, random);
            List<String> before = library.readings(ADA);

            for (RandomHistory.Telling telling : tellings) {
                assertThat(library.live(ADA, telling.client(), telling.line()))
                        .allMatch(Receipt.Known.class::isInstance);
            }
            tell(library, tellings, random);

            assertThat(library.readings(ADA)).isEqualTo(before);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void law_3_the_order_of_arrival_does_not_change_the_totals(Dialect dialect) {
        law(dialect, (library, history, random) -> {
            List<RandomHistory.Telling> tellings = history.tellings(100);
            tell(library, tellings, random);
            try (Library other = new Library(dialect)) {
                List<RandomHistory.Telling> shuffled = new ArrayList<>(tellings);
                Collections.shuffle(shuffled, random);
                tell(other, shuffled, random);

                assertThat(other.totals(ADA)).isEqualTo(library.totals(ADA));
                assertThat(daily(other)).isEqualTo(daily(library));
            }
        });
    }

    private static Map<String, String> daily(Library library) {
        Map<String, String> daily = new TreeMap<>();
        library.database.read(tx -> {
            tx.handle()
                    .createQuery("select d.day, i.key, d.plays, d.seconds, d.silent from daily_plays d"
                            + " join item i on i.user_id = d.user_id and i.number = d.item where d.user_id = 1")
                    .map((row, context) -> daily.put(
                            row.getInt(1) + " " + row.getLong(2),
                            String.join(" ", row.getString(3), row.getString(4), row.getString(5))))
                    .list();
            return daily;
        });
        return daily;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void law_4_merge_then_undo_changes_nothing(Dialect dialect) {
        law(dialect, (library, history, random) -> {
            tell(library, history.tellings(60), random);
            Map<String, Integer> before = library.totals(ADA);
            List<String> rows = library.readings(ADA);

            List<Long> merges = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                mergeTwo(library, random).ifPresent(merges::add);
            }
            assertThat(library.totals(ADA)).isNotEqualTo(before);
            Collections.shuffle(merges, random);
            for (long merge : merges) {
                library.database.write(tx -> library.ledger.undo(tx, ADA, merge, AUTHOR));
            }

            assertThat(library.totals(ADA)).isEqualTo(before);
            assertThat(library.readings(ADA)).isEqualTo(rows);
        });
    }

    private static java.util.Optional<Long> mergeTwo(Library library, Random random) {
        int items = (int) library.count("select items from catalog_head where user_id = :user", ADA);
        int subject = 1 + random.nextInt(items);
        int object = 1 + random.nextInt(items);
        try {
            return java.util.Optional.of(library.database.write(
                    tx -> library.ledger.merge(tx, ADA, SubjectKind.ITEM, subject, object, AUTHOR)));
        } catch (io.reprise.catalog.Refusal alreadyOne) {
            return java.util.Optional.empty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void law_5_every_scrobble_counts_or_says_why_not_and_the_days_sum_up(Dialect dialect) {
        law(dialect, (library, history, random) -> {
            tell(library, history.tellings(120), random);
            long scrobbles = library.count("select scrobbles from head where user_id = :user", ADA);
            long rows = library.count("select count(*) from play where user_id = :user", ADA);
            long counted = library.count("select count(*) from play where user_id = :user and reason = 0", ADA);
            long daily = library.count("select coalesce(sum(plays), 0) from daily_plays where user_id = :user", ADA);

            assertThat(rows).isEqualTo(scrobbles);
            assertThat(daily).isEqualTo(counted);
            assertThat(library.totals(ADA).values().stream().mapToInt(n -> n).sum())
                    .isEqualTo((int) counted);
            assertThat(library.count("select count(*) from daily_plays where user_id = :user and plays < 1", ADA))
                    .isZero();
        });
    }

    @Test
    void law_8_both_stores_give_the_same_answers() {
        law(Dialect.SQLITE, (library, history, random) -> {
            List<RandomHistory.Telling> tellings = history.tellings(80);
            tell(library, tellings, new Random(1));
            try (Library postgresql = new Library(Dialect.POSTGRESQL)) {
                tell(postgresql, tellings, new Random(1));

                assertThat(postgresql.readings(ADA)).isEqualTo(library.readings(ADA));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nothing_of_one_user_moves_anything_of_another(Dialect dialect) {
        law(dialect, (library, history, random) -> {
            tell(library, history.tellings(40), random);
            List<String> before = library.readings(ADA);

            library.live(BEN, "phone", "title=Song 1;artist=Artist 1;at=2025-03-29T21:00:00Z");
            library.aggregator.rebuild(BEN);

            assertThat(library.readings(ADA)).isEqualTo(before);
            assertThat(library.totals(BEN)).isEqualTo(Map.of("Artist 1 - Song 1", 1));
        });
    }
}
