package io.reprise.play;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.catalog.Ledger;
import io.reprise.laws.Library;
import io.reprise.store.Dialect;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DuplicateRuleTest {
    private static final Ledger.Author AUTHOR = new Ledger.Author("ada", "a test");
    private static final String SHORT = "title=Says;artist=Nils Frahm;at=2026-01-01T10:00:";
    private static final Set<Rung> ALL = EnumSet.allOf(Rung.class);

    private final Library library = new Library(Dialect.SQLITE);

    @AfterEach
    void close() {
        library.close();
    }

    private void rule(DuplicateRule rule) {
        RuleBook book = library.aggregator.rules();
        book.decide(ADA, new RuleBook.Wanted.Rule(rule), book.standing(ADA).last(), AUTHOR);
        book.follow(ADA, (judged, of) -> {});
    }

    private int counted() {
        return library.totals(ADA).values().stream().mapToInt(plays -> plays).sum();
    }

    private static Set<Rung> without(Rung rung) {
        return EnumSet.complementOf(EnumSet.of(rung));
    }

    @Test
    void a_tolerance_says_how_far_two_beginnings_may_lie_apart() {
        library.live(ADA, "phone", SHORT + "00Z");
        library.live(ADA, "server", SHORT + "40Z");
        assertThat(counted()).isEqualTo(2);

        rule(new DuplicateRule(40, 0.7, ALL, Set.of()));
        assertThat(counted()).isEqualTo(1);

        rule(new DuplicateRule(39, 0.7, ALL, Set.of()));
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void a_score_takes_only_pairs_that_are_that_sure() {
        library.live(ADA, "phone", SHORT + "00Z");
        library.live(ADA, "server", SHORT + "20Z");
        assertThat(counted()).isEqualTo(1);

        rule(new DuplicateRule(30, 1.1, ALL, Set.of()));
        assertThat(counted()).isEqualTo(2);
        library.live(ADA, "clock", SHORT + "02Z");
        assertThat(counted()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STARTS   | title=A;artist=B;at=2026-01-01T10:00:00Z | title=A;artist=B;at=2026-01-01T10:00:20Z
            SHIFTED  | title=A;artist=B;length=480;at=2026-01-01T10:00:00Z | title=A;artist=B;length=480;at=2026-01-01T10:08:02Z
            SAME_DAY | kind=film;title=A;day=2026-01-01 | kind=film;title=A;length=60;at=2026-01-01T20:00:00Z
            UNDATED  | kind=book;title=A;undated=1 | kind=book;title=A;at=2026-01-01T20:00:00Z
            OVERLAP  | kind=film;title=A;length=9000;at=2026-01-01T20:00:00Z | kind=film;title=A;spent=4000;at=2026-01-01T20:30:00Z
            ENDS     | kind=film;title=A;length=9000;at=2026-01-01T20:00:00Z | kind=film;title=A;spent=900;at=2026-01-01T22:23:00Z
            """)
    void each_rung_can_be_switched_off_alone(Rung rung, String one, String other) {
        library.live(ADA, "phone", one);
        library.live(ADA, "server", other);
        rule(new DuplicateRule(30, 0.7, EnumSet.of(rung), Set.of()));
        assertThat(counted()).as("it alone").isEqualTo(1);

        rule(new DuplicateRule(30, 0.7, without(rung), Set.of()));
        assertThat(counted()).as("all but it").isEqualTo(rung == Rung.OVERLAP || rung == Rung.ENDS ? counted() : 2);

        rule(new DuplicateRule(30, 0.7, Set.of(), Set.of()));
        assertThat(counted()).as("none").isEqualTo(2);
    }

    @Test
    void sources_kept_apart_are_not_folded_through_a_third_one_either() {
        DuplicateRule.Apart apart = new DuplicateRule.Apart(Library.origin("phone"), Library.origin("kitchen"));
        rule(new DuplicateRule(30, 0.7, ALL, Set.of(apart)));
        library.live(ADA, "phone", SHORT + "00Z");
        library.live(ADA, "server", SHORT + "04Z");
        library.live(ADA, "kitchen", SHORT + "08Z");
        String book = "kind=book;title=Piranesi;undated=1";
        library.live(ADA, "server", "kind=book;title=Piranesi;at=2026-01-01T20:00:00Z");
        library.live(ADA, "phone", book);
        library.live(ADA, "kitchen", book);

        assertThat(library.totals(ADA).values()).containsOnly(2);
        rule(DuplicateRule.AS_IT_COMES);
        assertThat(library.totals(ADA).values()).containsOnly(1);
    }

    @Test
    void a_look_gives_the_reason_for_what_comes_apart() {
        library.live(ADA, "phone", SHORT + "00Z");
        library.live(ADA, "server", SHORT + "20Z");
        RuleBook book = library.aggregator.rules();

        RuleEffect effect = book.effect(ADA, new DuplicateRule(30, 1.2, ALL, Set.of()), (judged, of) -> {});

        assertThat(effect.playsNow()).isEqualTo(1);
        assertThat(effect.playsThen()).isEqualTo(2);
        assertThat(effect.shares()).containsExactly(new RuleEffect.Share(1, 2, 2026, 0, 1));
        assertThat(effect.apartSample())
                .singleElement()
                .extracting(RuleEffect.Sample::why)
                .asString()
                .contains("they begin 20 s apart (score 1.0 of 1.2)")
                .contains("at least");
        assertThat(effect.foldedSample()).isEmpty();
    }

    @Test
    void the_same_rule_is_the_same_text_and_is_read_back() {
        var one = Library.origin("phone");
        var other = Library.origin("server");
        DuplicateRule rule =
                new DuplicateRule(7, 1.1, EnumSet.of(Rung.ENDS), Set.of(new DuplicateRule.Apart(one, other)));
        DuplicateRule turned =
                new DuplicateRule(7, 1.1, EnumSet.of(Rung.ENDS), Set.of(new DuplicateRule.Apart(other, one)));

        assertThat(rule.text()).isEqualTo(turned.text());
        assertThat(DuplicateRule.read(rule.text())).isEqualTo(rule);
        assertThat(DuplicateRule.AS_IT_COMES.text())
                .isEqualTo("{\"tolerance_seconds\":30,\"least_score\":0.7,\"rungs\":{\"starts\":true,\"overlap\":true,"
                        + "\"ends\":true,\"shifted\":true,\"same_day\":true,\"undated\":true},\"apart\":[]}");
    }

    @Test
    void what_is_missing_unknown_or_out_of_range_is_refused_by_name() {
        String text = DuplicateRule.AS_IT_COMES.text();
        for (List<String> wrong : List.of(
                List.of(text.replace("\"least_score\":0.7,", ""), "missing: least_score"),
                List.of(text.replace("\"apart\":[]", "\"apart\":[],\"mood\":1"), "got also: mood"),
                List.of(text.replace("\"undated\":true", "\"undated\":true,\"moon\":true"), "got also: moon"),
                List.of(text.replace("\"undated\":true", "\"undated\":1"), "rungs.undated: expected true or false"),
                List.of(text.replace(":30,", ":601,"), "tolerance_seconds: expected 0 to 600, got 601"),
                List.of(text.replace(":30,", ":1.5,"), "tolerance_seconds: expected a whole number"),
                List.of(text.replace(":0.7,", ":0.75,"), "least_score: expected 0.7 to 1.2 in tenths, got 0.75"),
                List.of(text.replace(":[]", ":[[1,2]]"), "apart: expected an object"),
                List.of(text.replace(":[]", ":[[1]]"), "pairs of two sources"),
                List.of("[]", "expected an object"),
                List.of("{", "no JSON"))) {
            assertThatThrownBy(() -> DuplicateRule.read(wrong.get(0)))
                    .as(wrong.get(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong.get(1));
        }
        var phone = Library.origin("phone");
        assertThatThrownBy(() -> new DuplicateRule.Apart(phone, phone)).hasMessageContaining("two different sources");
    }
}
