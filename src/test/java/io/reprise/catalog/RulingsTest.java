package io.reprise.catalog;

import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.history.History;
import io.reprise.laws.Library;
import io.reprise.media.ContainerKind;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import io.reprise.store.Dialect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be said of things, what it does to the answers, and that it can be taken back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RulingsTest {
    private static final Ledger.Author ADA_SAYS = new Ledger.Author("ada", "a test");
    private static final ExternalId MBID = new ExternalId("mb:recording", "b1a9c0e9-d987-4042-ae91-78d6a3267d69");

    private static void told(Library library) {
        library.live(
                ADA,
                "phone",
                "title=Song;artist=Bo & Di;at=2026-01-01T10:00:00Z;album=Old",
                "title=Song;artist=Bo & Di;at=2026-01-02T10:00:00Z",
                "title=Other;artist=Cy;at=2026-01-03T10:00:00Z");
    }

    private static Thing item(int number) {
        return new Thing(SubjectKind.ITEM, number);
    }

    private static Thing creator(int number) {
        return new Thing(SubjectKind.CREATOR, number);
    }

    private static long decide(Library library, Thing thing, Ruling ruling) {
        return library.database.write(tx -> library.ledger.decide(tx, ADA, thing, ruling, ADA_SAYS));
    }

    private static void undo(Library library, long decision) {
        library.removal.undo(ADA, decision, ADA_SAYS);
    }

    private static CreditedName name(String name, String join) {
        return new CreditedName(name, join, "artist");
    }

    private static void rebuildsToTheSame(Library library) {
        List<String> before = library.readings(ADA);
        library.aggregator.rebuild(ADA);
        assertThat(library.readings(ADA)).containsExactlyElementsOf(before);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_name_given_is_shown_and_taken_back(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            told(library);
            Map<String, Integer> before = library.totals(ADA);

            long named = decide(library, item(1), new Ruling.Rename("The Song"));
            decide(library, creator(2), new Ruling.Rename("Cyd"));

            assertThat(library.totals(ADA)).isEqualTo(Map.of("Bo & Di - The Song", 2, "Cyd - Other", 1));
            rebuildsToTheSame(library);
            undo(library, named);
            undo(library, named + 1);
            assertThat(library.totals(ADA)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void another_credit_counts_for_its_creators_and_those_it_made_keep_their_numbers(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            told(library);
            long credited =
                    decide(library, item(1), new Ruling.Recredit(List.of(name("Eve", " feat. "), name("Cy", ""))));
            library.live(ADA, "phone", "title=Third;artist=Flo;at=2026-01-04T10:00:00Z");

            assertThat(library.totals(ADA)).containsEntry("Eve, Cy - Song", 2).containsEntry("Flo - Third", 1);
            rebuildsToTheSame(library);
            assertThat(library.totals(ADA)).containsEntry("Eve, Cy - Song", 2);
            undo(library, credited);
            assertThat(library.totals(ADA)).containsEntry("Bo & Di - Song", 2);
            rebuildsToTheSame(library);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_creator_that_is_several_is_so_wherever_it_is_credited_also_later(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            told(library);
            long split = decide(library, creator(1), new Ruling.Split(List.of(name("Bo", " & "), name("Di", ""))));
            library.live(ADA, "phone", "title=Later;artist=Bo & Di;at=2026-02-01T10:00:00Z");

            assertThat(library.totals(ADA)).containsEntry("Bo, Di - Song", 2).containsEntry("Bo, Di - Later", 1);
            rebuildsToTheSame(library);
            undo(library, split);
            assertThat(library.totals(ADA)).containsEntry("Bo & Di - Song", 2).containsEntry("Bo & Di - Later", 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_item_that_was_moved_counts_for_another_container_and_no_play_is_rewritten(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            told(library);
            List<String> plays = library.readings(ADA).stream()
                    .filter(row -> row.startsWith("play "))
                    .toList();

            long moved = decide(library, item(1), new Ruling.Move(ContainerKind.RELEASE, "New", "Bo & Di"));

            assertThat(containers(library)).containsExactly("New", "New", "");
            assertThat(library.readings(ADA)).containsAll(plays);
            rebuildsToTheSame(library);
            undo(library, moved);
            assertThat(containers(library)).containsExactly("Old", "", "");
        }
    }

    private static List<String> containers(Library library) {
        History history = library.history(ADA);
        return java.util.stream.IntStream.range(0, history.size())
                .mapToObj(i -> history.names().containerTitle(history.container(i)))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_ignored_creator_is_left_out_of_credits_until_it_is_restored(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            told(library);
            long ignored = decide(library, creator(2), new Ruling.Ignore());
            assertThat(library.totals(ADA)).containsEntry(" - Other", 1);
            rebuildsToTheSame(library);
            undo(library, ignored);
            assertThat(library.totals(ADA)).containsEntry("Cy - Other", 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_status_grows_from_told_to_resolved_to_canonical_to_merged(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            told(library);
            assertThat(identity(library, 1).status()).isEqualTo(Status.PROVISIONAL);
            Ledger.Author resolver = new Ledger.Author("resolver", "the names agree", 0.96, "title and artist agree");
            long link = library.database.write(
                    tx -> library.ledger.decide(tx, ADA, item(1), new Ruling.Link(MBID), resolver));

            assertThat(identity(library, 1).status()).isEqualTo(Status.RESOLVED);
            assertThat(identity(library, 1).confidence()).isEqualTo(0.96);
            assertThat(library.database.<Map<ExternalId, Integer>>read(tx ->
                            Identity.linked(tx, ADA, SubjectKind.ITEM, List.of(MBID, new ExternalId("isrc", "1")))))
                    .isEqualTo(Map.of(MBID, 1));
            rebuildsToTheSame(library);

            undo(library, link);
            long sure = decide(library, item(1), new Ruling.Link(MBID));
            assertThat(identity(library, 1).status()).isEqualTo(Status.CANONICAL);
            library.database.write(tx -> library.ledger.merge(tx, ADA, SubjectKind.ITEM, 1, 2, ADA_SAYS));
            assertThat(identity(library, 1).status()).isEqualTo(Status.MERGED);

            decide(library, item(1), new Ruling.Unlink(MBID));
            assertThat(identity(library, 1).links()).isEmpty();
            assertThat(sure).isPositive();
        }
    }

    private static Identity identity(Library library, int item) {
        return library.database.read(tx -> Identity.of(tx, ADA, item(item)));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_makes_no_sense_is_refused_in_words(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            told(library);
            decide(library, item(1), new Ruling.Rename("The Song"));
            refused(() -> decide(library, item(1), new Ruling.Rename("The Song")), "decision 1 says this of item 1");
            refused(() -> decide(library, item(9), new Ruling.Rename("X")), "no item with the number 9");
            refused(() -> decide(library, creator(1), new Ruling.Recredit(List.of(name("A", "")))), "cannot be said");
            refused(() -> decide(library, creator(1), new Ruling.Split(List.of(name("A", "")))), "2 to 100 names");
            refused(
                    () -> library.database.write(
                            tx -> library.ledger.decide(tx, BEN, item(1), new Ruling.Rename("Mine"), ADA_SAYS)),
                    "no item with the number 1");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_decision_that_made_what_another_one_is_about_goes_after_that(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            told(library);
            long split = decide(library, creator(1), new Ruling.Split(List.of(name("Bo", " & "), name("Di", ""))));
            long named = decide(library, creator(3), new Ruling.Rename("Bob"));
            refused(() -> undo(library, split), "undo decision " + named + " first");
            refused(
                    () -> library.database.write(
                            tx -> library.ledger.merge(tx, ADA, SubjectKind.CREATOR, 1, 2, ADA_SAYS)),
                    "creator 1 is split");
            undo(library, named);
            undo(library, split);
            assertThat(library.totals(ADA)).containsEntry("Bo & Di - Song", 2);
        }
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked, String words) {
        assertThatThrownBy(asked).isInstanceOf(Refusal.class).hasMessageContaining(words);
    }
}
