package io.reprise.laws;

import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.account.UserId;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.play.DuplicateRule;
import io.reprise.play.RuleBook;
import io.reprise.play.RuleEffect;
import io.reprise.play.Rung;
import io.reprise.store.Dialect;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rule for duplicates: what a look says is what the change does, and what is taken back was never there. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class RuleLawTest {
    private static final int HISTORIES = 5;
    private static final Ledger.Author AUTHOR = new Ledger.Author("ada", "a test");
    private static final List<String> CLIENTS = List.of("phone", "server", "diary");

    private static void tell(Library library, UserId user, long seed, int count) {
        List<RandomHistory.Telling> tellings = new RandomHistory(seed).tellings(count);
        for (String client : CLIENTS) {
            library.bulk(
                    user,
                    client,
                    tellings.stream()
                            .filter(telling -> telling.client().equals(client))
                            .map(RandomHistory.Telling::line)
                            .toList());
        }
    }

    private static DuplicateRule random(Random random) {
        Set<Rung> rungs = EnumSet.allOf(Rung.class);
        rungs.removeIf(rung -> random.nextInt(3) == 0);
        Set<DuplicateRule.Apart> apart = new HashSet<>();
        if (random.nextBoolean()) {
            int one = random.nextInt(CLIENTS.size());
            int other = (one + 1 + random.nextInt(CLIENTS.size() - 1)) % CLIENTS.size();
            apart.add(new DuplicateRule.Apart(Library.origin(CLIENTS.get(one)), Library.origin(CLIENTS.get(other))));
        }
        double score = List.of(0.7, 0.7, 1.0, 1.2).get(random.nextInt(4));
        return new DuplicateRule(List.of(0, 5, 30, 600).get(random.nextInt(4)), score, rungs, apart);
    }

    private static void set(Library library, DuplicateRule rule) {
        RuleBook book = library.aggregator.rules();
        book.decide(ADA, new RuleBook.Wanted.Rule(rule), book.standing(ADA).last(), AUTHOR);
        book.follow(ADA, (judged, of) -> {});
    }

    private static void undo(Library library, long decision) {
        RuleBook book = library.aggregator.rules();
        book.decide(ADA, new RuleBook.Wanted.Undo(decision), book.standing(ADA).last(), AUTHOR);
        book.follow(ADA, (judged, of) -> {});
    }

    private static RuleEffect effect(Library library, DuplicateRule rule) {
        return library.aggregator.rules().effect(ADA, rule, (judged, of) -> {});
    }

    private static List<String> pairs(Library library) {
        return library.database.read(tx -> tx.handle()
                .createQuery("""
                        select p.number, p.origin, s.origin as stands, p.part_of, p.day from play p
                        join play s on s.user_id = p.user_id and s.number = p.part_of
                        where p.user_id = :user and p.reason = 5 order by p.number""")
                .bind("user", ADA.value())
                .mapToMap()
                .map(row -> new TreeMap<>(row).toString())
                .list());
    }

    private static long counted(Library library) {
        return library.count("select count(*) from play where user_id = :user and reason = 0", ADA);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_look_tells_what_the_change_then_does_and_an_undo_gives_back_the_same_bytes(Dialect dialect) {
        long first = Long.getLong("reprise.seed", System.nanoTime());
        int different = 0;
        for (long seed = first; seed < first + HISTORIES; seed++) {
            String with = ", -Dreprise.seed=" + seed;
            try (Library library = new Library(dialect)) {
                tell(library, ADA, seed, 150);
                tell(library, BEN, seed, 60);
                List<String> ofBen = library.readings(BEN);
                List<String> before = library.readings(ADA);
                List<String> pairsBefore = pairs(library);
                long countedBefore = counted(library);
                DuplicateRule rule = random(new Random(seed));

                RuleEffect effect = effect(library, rule);
                assertThat(library.readings(ADA))
                        .as("a look changes nothing" + with)
                        .isEqualTo(before);
                set(library, rule);

                List<String> pairsAfter = pairs(library);
                List<String> folded = new ArrayList<>(pairsAfter);
                folded.removeAll(pairsBefore);
                List<String> apart = new ArrayList<>(pairsBefore);
                apart.removeAll(pairsAfter);
                different += folded.size() + apart.size();
                assertThat(effect.playsNow()).as("now" + with).isEqualTo(countedBefore);
                assertThat(effect.playsThen()).as("then" + with).isEqualTo(counted(library));
                assertThat(effect.folded()).as("folded" + with).isEqualTo(folded.size());
                assertThat(effect.apart()).as("apart" + with).isEqualTo(apart.size());
                assertThat(effect.shares().stream()
                                .mapToLong(share -> share.folded() + share.apart())
                                .sum())
                        .as("shares" + with)
                        .isEqualTo(folded.size() + apart.size());
                assertThat(effect.apartSample())
                        .as("samples" + with)
                        .hasSize(Math.min(RuleEffect.SAMPLES_MAX, apart.size()))
                        .allSatisfy(sample -> assertThat(apart.toString()).contains("number=" + sample.number()));

                List<String> after = library.readings(ADA);
                library.aggregator.rebuild(ADA);
                assertThat(library.readings(ADA)).as("rebuilt" + with).isEqualTo(after);
                assertThat(library.aggregator.rules().standing(ADA).isFollowed())
                        .isTrue();

                long last = library.aggregator.rules().standing(ADA).last();
                if (last > 0) {
                    undo(library, last);
                    assertThat(library.readings(ADA)).as("undone" + with).isEqualTo(before);
                }
                assertThat(library.readings(BEN)).as("somebody else" + with).isEqualTo(ofBen);
            }
        }
        assertThat(different).as("changes, -Dreprise.seed=" + first).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_rule_as_it_comes_changes_nothing_when_it_is_written_down(Dialect dialect) {
        long seed = Long.getLong("reprise.seed", System.nanoTime());
        try (Library library = new Library(dialect)) {
            tell(library, ADA, seed, 150);
            List<String> before = library.readings(ADA);

            library.database.write(
                    tx -> library.ledger.setDuplicateRule(tx, ADA, DuplicateRule.AS_IT_COMES.text(), AUTHOR));
            assertThat(library.aggregator.rules().standing(ADA).isFollowed()).isFalse();
            assertThat(library.aggregator.rules().follow(ADA, (judged, of) -> {}))
                    .isPositive();

            assertThat(library.readings(ADA)).as("-Dreprise.seed=" + seed).isEqualTo(before);
            assertThat(library.aggregator.rules().standing(ADA).isFollowed()).isTrue();
            library.aggregator.rebuild(ADA);
            assertThat(library.readings(ADA)).as("-Dreprise.seed=" + seed).isEqualTo(before);
        }
    }

    @Test
    void what_was_broken_off_between_two_steps_goes_on_and_comes_to_the_same() {
        long seed = Long.getLong("reprise.seed", System.nanoTime());
        DuplicateRule none = new DuplicateRule(30, 0.7, Set.of(), Set.of());
        try (Library library = new Library(Dialect.SQLITE)) {
            tell(library, ADA, seed, 2_500);
            RuleBook book = library.aggregator.rules();
            book.decide(ADA, new RuleBook.Wanted.Rule(none), 0, AUTHOR);
            assertThatThrownBy(() -> book.follow(ADA, (judged, of) -> {
                        throw new IllegalStateException("stopped at " + judged);
                    }))
                    .hasMessage("stopped at 2000");
            assertThat(book.standing(ADA).isFollowed()).isFalse();
            assertThat(library.count("select coalesce(sum(plays), 0) from daily_plays where user_id = :user", ADA))
                    .isEqualTo(counted(library));

            book.decide(ADA, new RuleBook.Wanted.Rule(none), 0, AUTHOR);
            book.follow(ADA, (judged, of) -> {});

            assertThat(book.standing(ADA).last()).isEqualTo(1);
            assertThat(pairs(library)).isEmpty();
            List<String> after = library.readings(ADA);
            library.aggregator.rebuild(ADA);
            assertThat(library.readings(ADA)).as("-Dreprise.seed=" + seed).isEqualTo(after);
        }
    }

    @Test
    void two_who_change_the_rule_at_once_are_told_of_each_other() {
        try (Library library = new Library(Dialect.SQLITE)) {
            RuleBook book = library.aggregator.rules();
            book.decide(ADA, new RuleBook.Wanted.Rule(new DuplicateRule(5, 0.7, Set.of(), Set.of())), 0, AUTHOR);
            DuplicateRule other = new DuplicateRule(6, 0.7, Set.of(), Set.of());

            assertThatThrownBy(() -> book.decide(ADA, new RuleBook.Wanted.Rule(other), 0, AUTHOR))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("changed meanwhile, by decision 1");
            assertThatThrownBy(() -> library.removal.undo(ADA, 1, AUTHOR))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("job of its own");
        }
    }
}
