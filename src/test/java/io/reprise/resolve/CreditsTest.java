package io.reprise.resolve;

import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.catalog.Ledger;
import io.reprise.laws.Library;
import io.reprise.media.CreditedName;
import io.reprise.store.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Creators put in order without asking anybody: texts that name several, and the user's own rules. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CreditsTest {
    private static final Set<String> KNOWN = Set.of("ann", "bo", "earth", "cy", "bo & cy");

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "Ann feat. Bo = Ann|Bo",
                "Ann ft Zed & Yma = Ann|Zed|Yma",
                "Ann (feat. Zed) = Ann|Zed",
                "Ann [ft. Zed, Yma] = Ann|Zed|Yma",
                "Ann FEATURING Zed = Ann|Zed",
                "Zed vs. Yma = Zed|Yma",
                "Zed; Yma = Zed|Yma",
                "Zed / Yma = Zed|Yma",
                "Ann & Bo = Ann|Bo",
                "Ann, Bo and Cy = Ann|Bo|Cy",
                "Ann & Bo feat. Zed = Ann|Bo|Zed",
                "Ann feat. Zed, Bo & Cy = Ann|Zed|Bo & Cy",
                "AC/DC = ''",
                "Earth, Wind & Fire = ''",
                "Tyler, The Creator = ''",
                "Ann & Zed = ''",
                "Brandon = ''",
                "Defeat. Now = ''",
                "feat. Bo = ''",
                "Ann = ''"
            })
    void a_text_names_several_where_its_joints_say_so(String text, String names) {
        assertThat(CreditText.read(text.strip(), name -> KNOWN.contains(name.toLowerCase(java.util.Locale.ROOT)))
                        .map(found -> String.join(
                                "|",
                                found.names().stream().map(CreditedName::name).toList()))
                        .orElse(""))
                .isEqualTo(names.strip());
    }

    @Test
    void a_joint_stays_between_its_names() {
        assertThat(CreditText.read("Ann feat. Bo & Cy", KNOWN::contains)
                        .orElseThrow()
                        .names())
                .extracting(CreditedName::join)
                .containsExactly(" feat. ", " & ", "");
    }

    @Test
    void a_rule_that_says_nothing_is_refused() {
        assertThatThrownBy(() -> new CreditRule(CreditRule.Kind.REPLACE, "A", List.of()))
                .hasMessageContaining("1 to 20 names");
        assertThatThrownBy(() -> new CreditRule(CreditRule.Kind.KEEP, "A", List.of("B")))
                .hasMessageContaining("nothing with keep");
        assertThatThrownBy(() -> new CreditRule(CreditRule.Kind.REPLACE, "A", List.of(" a ")))
                .hasMessageContaining("other names than A");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_would_change_is_shown_then_done_and_every_line_can_be_undone(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            library.live(
                    ADA,
                    "phone",
                    "title=One;artist=Ann feat. Bo;at=2026-01-01T10:00:00Z",
                    "title=Two;artist=Earth, Wind & Fire;at=2026-01-02T10:00:00Z",
                    "title=Three;artist=Unknown Artist;at=2026-01-03T10:00:00Z",
                    "title=Four;artist=Björk Guðmundsdóttir;at=2026-01-04T10:00:00Z",
                    "title=Five;artist=Björk;at=2026-01-05T10:00:00Z",
                    "title=Six;artist=Bo vs. Cy;at=2026-01-06T10:00:00Z");
            Map<String, Integer> told = library.totals(ADA);
            Credits credits = new Credits(library.database, library.histories, library.ledger);
            credits.put(ADA, new CreditRule(CreditRule.Kind.KEEP, "bo VS. cy", List.of()));
            credits.put(ADA, new CreditRule(CreditRule.Kind.IGNORE, "Unknown Artist", List.of()));
            credits.put(ADA, new CreditRule(CreditRule.Kind.REPLACE, "Björk Guðmundsdóttir", List.of("Björk")));

            assertThat(credits.preview(ADA))
                    .extracting(Change::name)
                    .containsExactly("Ann feat. Bo", "Unknown Artist", "Björk Guðmundsdóttir");
            assertThat(library.totals(ADA)).isEqualTo(told);
            assertThat(credits.apply(ADA, "ada")).isEqualTo(new Credits.Applied(3, 1, 3, List.of()));

            assertThat(library.totals(ADA))
                    .isEqualTo(Map.of(
                            "Ann, Bo - One", 1,
                            "Earth, Wind & Fire - Two", 1,
                            " - Three", 1,
                            "Björk - Four", 1,
                            "Björk - Five", 1,
                            "Bo vs. Cy - Six", 1));
            library.live(ADA, "phone", "title=Seven;artist=Ann feat. Bo;at=2026-02-01T10:00:00Z");
            assertThat(library.totals(ADA)).containsEntry("Ann, Bo - Seven", 1);
            assertThat(credits.preview(ADA)).isEmpty();
            assertThat(credits.preview(BEN)).isEmpty();

            Ledger.Author author = new Ledger.Author("ada", "back");
            for (long decision : List.of(3L, 1L, 2L)) {
                library.removal.undo(ADA, decision, author);
            }
            assertThat(library.totals(ADA)).containsAllEntriesOf(told).containsEntry("Ann feat. Bo - Seven", 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void who_belongs_to_another_counts_for_both_and_all_of_it_is_taken_back_at_once(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            library.live(
                    ADA,
                    "phone",
                    "title=Imagine;artist=John Lennon;at=2026-01-01T10:00:00Z",
                    "title=Help;artist=The Beatles;at=2026-01-02T10:00:00Z",
                    "title=Band;artist=Wings;at=2026-01-03T10:00:00Z");
            Map<String, Integer> told = library.totals(ADA);
            Credits credits = new Credits(library.database, library.histories, library.ledger);
            credits.put(ADA, new CreditRule(CreditRule.Kind.BELONGS, "john lennon", List.of("The Beatles")));
            credits.put(ADA, new CreditRule(CreditRule.Kind.BELONGS, "Wings", List.of("Paul McCartney")));

            Credits.Applied applied = credits.apply(ADA, "ada");

            assertThat(applied.changed()).isEqualTo(2);
            assertThat(library.totals(ADA))
                    .isEqualTo(Map.of(
                            "John Lennon, The Beatles - Imagine", 1,
                            "The Beatles - Help", 1,
                            "Wings, Paul McCartney - Band", 1));
            assertThat(credits.preview(ADA))
                    .as("what is done is not proposed again")
                    .isEmpty();
            assertThatThrownBy(() -> credits.undo(ADA, 5, 2, "ada")).hasMessageContaining("the first and the last");
            assertThat(credits.undo(BEN, applied.first(), applied.last(), "ben"))
                    .isZero();
            assertThat(credits.undo(ADA, applied.first(), applied.last(), "ada"))
                    .isEqualTo(2);
            assertThat(credits.undo(ADA, applied.first(), applied.last(), "ada"))
                    .isZero();
            assertThat(library.totals(ADA)).isEqualTo(told);
            assertThat(credits.preview(ADA)).hasSize(2);
        }
    }

    @Test
    void more_than_a_thousand_changes_are_taken_back_at_once() {
        try (Library library = new Library(Dialect.SQLITE)) {
            String[] told = new String[1_100];
            for (int i = 0; i < told.length; i++) {
                told[i] = "title=Song;artist=Ann " + i + " feat. Bo;at=2026-01-01T10:00:00Z";
            }
            library.live(ADA, "phone", told);
            Credits credits = new Credits(library.database, library.histories, library.ledger);
            Map<String, Integer> before = library.totals(ADA);
            Credits.Applied applied = credits.apply(ADA, "ada");
            assertThat(applied.changed()).isEqualTo(told.length);
            assertThat(library.totals(ADA)).isNotEqualTo(before);

            assertThat(credits.undo(ADA, applied.first(), applied.last(), "ada"))
                    .isEqualTo(Math.toIntExact(applied.last() - applied.first() + 1));

            assertThat(library.totals(ADA)).isEqualTo(before);
            assertThat(credits.preview(ADA)).hasSize(told.length);
            assertThat(credits.undo(ADA, applied.first(), applied.last(), "ada"))
                    .isZero();
        }
    }
}
