package io.reprise.laws;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.resolve.CreditRule;
import io.reprise.resolve.Credits;
import io.reprise.store.Dialect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws where rules for names and guests in titles change a whole history, again and again, and are taken back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NamesLawTest {
    private static final List<String> NAMES = List.of("Ann", "Bo", "Cy", "Di & the Eds", "Fay, Gus");
    private static final List<String> JOINTS = List.of(" feat. ", " & ", "; ", " x ", ", ");
    private static final int ROUNDS = 5;
    private static final int PLAYS_A_ROUND = 40;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatever_names_become_no_play_is_lost_a_rebuild_finds_the_same_and_undoing_gives_back_all(Dialect dialect) {
        long seed = Long.getLong("reprise.seed", System.nanoTime());
        try (Library library = new Library(dialect)) {
            Random random = new Random(seed);
            Credits credits = new Credits(library.database, library.histories, library.ledger);
            List<Credits.Applied> applied = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                List<String> lines = lines(random, round);
                library.live(ADA, "phone", lines.toArray(String[]::new));
                credits.put(ADA, rule(random));
                int changes = credits.preview(ADA).size();
                applied.add(credits.apply(ADA, "ada"));
                assertThat(applied.getLast().changed()
                                + applied.getLast().refusals().size())
                        .isEqualTo(changes);
                assertThat(sum(library.totals(ADA))).isEqualTo((round + 1L) * PLAYS_A_ROUND);
            }
            List<String> rows = library.readings(ADA);
            Map<String, Integer> totals = library.totals(ADA);

            library.aggregator.rebuild(ADA);

            assertThat(library.readings(ADA)).containsExactlyElementsOf(rows);
            assertThat(library.totals(ADA)).isEqualTo(totals);
            applied.reversed().stream()
                    .filter(one -> one.first() > 0)
                    .forEach(one -> credits.undo(ADA, one.first(), one.last(), "ada"));
            assertThat(library.totals(ADA)).isEqualTo(untouched(dialect, seed));
        } catch (Throwable failure) {
            throw new AssertionError("with -Dreprise.seed=" + seed + " on " + dialect, failure);
        }
    }

    /** The same tellings in a library where no rule was ever applied. */
    private static Map<String, Integer> untouched(Dialect dialect, long seed) {
        try (Library library = new Library(dialect)) {
            Random random = new Random(seed);
            for (int round = 0; round < ROUNDS; round++) {
                library.live(ADA, "phone", lines(random, round).toArray(String[]::new));
                rule(random);
            }
            return library.totals(ADA);
        }
    }

    private static List<String> lines(Random random, int round) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < PLAYS_A_ROUND; i++) {
            Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(3_600L * (round * PLAYS_A_ROUND + i));
            String title = "Song " + random.nextInt(4)
                    + switch (random.nextInt(5)) {
                        case 0 -> " (feat. " + names(random) + ")";
                        case 1 -> " [ft. " + names(random) + "] - Live";
                        case 2 -> " ft. " + names(random);
                        default -> "";
                    };
            lines.add("title=" + title + ";artist=" + names(random).replace("; ", " / ") + ";at=" + at);
        }
        return lines.stream().map(line -> line.replaceAll("; ", " / ")).toList();
    }

    private static String names(Random random) {
        StringBuilder names = new StringBuilder(NAMES.get(random.nextInt(NAMES.size())));
        while (random.nextInt(3) == 0) {
            names.append(JOINTS.get(random.nextInt(JOINTS.size()))).append(NAMES.get(random.nextInt(NAMES.size())));
        }
        return names.toString();
    }

    private static CreditRule rule(Random random) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return switch (random.nextInt(4)) {
            case 0 -> new CreditRule(CreditRule.Kind.KEEP, "Song 1 (feat. " + name + ")", List.of());
            case 1 -> new CreditRule(CreditRule.Kind.REPLACE, name, List.of("New " + random.nextInt(2)));
            case 2 -> new CreditRule(CreditRule.Kind.BELONGS, name, List.of("Band"));
            default -> new CreditRule(CreditRule.Kind.KEEP, name, List.of());
        };
    }

    private static long sum(Map<String, Integer> totals) {
        return totals.values().stream().mapToLong(Integer::longValue).sum();
    }
}
