package io.reprise.resolve;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.catalog.Decision;
import io.reprise.catalog.DecisionKind;
import io.reprise.catalog.Fact;
import io.reprise.catalog.FactRows;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Ruling;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.history.Facts;
import io.reprise.history.History;
import io.reprise.media.ExternalId;
import io.reprise.store.Dialect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the resolver takes over besides an item's id: facts, containers, credits, names of artists. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ResolveFactsTest {
    private static final ResolveJob.Argument ALL = new ResolveJob.Argument(true, false, 1_000);
    private static final Ledger.Author ADA_SAYS = new Ledger.Author("ada", "I know it");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_the_authority_told_besides_is_kept_and_goes_with_the_link(Dialect dialect) throws Exception {
        try (ResolveHouse house = new ResolveHouse(dialect)) {
            house.library.live(ADA, "phone", "title=Lanterns;artist=Bo Vale;album=Lanterns;at=2026-01-01T10:00:00Z");
            house.shelf.knows("Bo Vale", "Lanterns", 200);
            house.shelf.knowsArtist("Bo Vale", "SE", "Folk");

            assertThat(house.asks(ALL).toString()).contains("facts of 1 ids came in");

            Facts facts = house.library.history(ADA).names().facts();
            assertThat(facts.items().year(1)).isEqualTo(2001);
            assertThat(facts.containers().country(1)).isEqualTo("DE");
            assertThat(facts.creators().country(1)).isEqualTo("SE");
            assertThat(facts.creators().aliases(1)).containsExactly("Bo Vale", "Bo Vale alias");
            assertThat(facts.genresOf(1)).containsExactly("folk");
            assertThat(house.library.history(ADA).seconds(0)).isEqualTo(200);
            assertThat(house.asks(ALL).toString()).doesNotContain("came in");

            house.library.removal.undo(ADA, 1, ADA_SAYS);

            assertThat(house.library.history(ADA).names().facts().items().has(1))
                    .isFalse();
            assertThat(house.library.history(ADA).seconds(0)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void of_an_album_tied_by_hand_facts_are_asked_for_and_they_go_with_the_link(Dialect dialect) throws Exception {
        try (ResolveHouse house = new ResolveHouse(dialect)) {
            house.library.live(ADA, "phone", "title=One;artist=Bo Vale;album=Harbour;at=2026-01-01T10:00:00Z");
            ContainerFinding album = house.shelf.knowsAlbum("Harbour (the album)", "1998-04-20", "Folk");
            Thing harbour = new Thing(SubjectKind.CONTAINER, 1);
            long decision = house.library.database.write(tx -> house.library.ledger.decide(
                    tx, ADA, harbour, new Ruling.Link(album.container().id()), ADA_SAYS));

            assertThat(house.asks(ALL).toString()).contains("facts of 1 ids came in");

            Facts facts = house.library.history(ADA).names().facts();
            assertThat(facts.containers().year(1)).isEqualTo(1998);
            assertThat(facts.containers().country(1)).isEqualTo("FI");
            List<Fact> told = house.library.database.read(tx -> FactRows.of(tx, ADA, harbour));
            assertThat(told)
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.genres()).containsExactly("Folk"));
            assertThat(house.asks(ALL).toString())
                    .as("what was told is not asked for again")
                    .doesNotContain("came in");
            house.library.removal.undo(ADA, decision, ADA_SAYS);
            assertThat(house.library.history(ADA).names().facts().containers().has(1))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_item_told_without_a_container_is_put_into_the_authoritys_and_one_told_stays(Dialect dialect)
            throws Exception {
        try (ResolveHouse house = new ResolveHouse(dialect)) {
            house.library.live(
                    ADA,
                    "phone",
                    "title=Lanterns;artist=Bo Vale;length=200;at=2026-01-01T10:00:00Z",
                    "title=Harbour;artist=Bo Vale;album=LANTERNS;length=200;at=2026-01-02T10:00:00Z");
            house.shelf.knows("Bo Vale", "Lanterns", 200);

            house.asks(ALL);

            History history = house.library.history(ADA);
            assertThat(history.container(0))
                    .as("the album of that title that is there")
                    .isEqualTo(1);
            assertThat(history.container(1)).isEqualTo(1);
            house.library.live(
                    ADA, "phone", "title=Lanterns;artist=Bo Vale;album=Live;length=200;at=2026-01-03T10:00:00Z");
            assertThat(house.library.history(ADA).container(2))
                    .as("what was told holds")
                    .isEqualTo(2);
            long move = house.library.database.read(tx -> house.library.ledger.after(tx, ADA, 0, 10)).stream()
                    .filter(decision -> decision.kind() == DecisionKind.MOVE)
                    .findFirst()
                    .orElseThrow()
                    .number();
            house.library.removal.undo(ADA, move, ADA_SAYS);
            assertThat(house.library.history(ADA).container(0)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_guest_told_in_the_title_stands_in_the_credit_and_the_songs_become_one(Dialect dialect) throws Exception {
        try (ResolveHouse house = new ResolveHouse(dialect)) {
            house.library.live(
                    ADA,
                    "phone",
                    "title=Harbour (feat. Di Marsh);artist=Bo Vale;length=180;at=2026-01-01T10:00:00Z",
                    "title=Harbour;artist=Bo Vale feat. Di Marsh;length=180;at=2026-01-02T10:00:00Z");
            house.shelf.knows("Bo Vale feat. Di Marsh", "Harbour", 180);
            Map<String, Integer> before = house.library.totals(ADA);

            house.asks(ALL);

            assertThat(house.library.totals(ADA)).isEqualTo(Map.of("Bo Vale, Di Marsh - Harbour", 2));
            undoAll(house);
            assertThat(house.library.totals(ADA)).isEqualTo(before);
        }
    }

    private static void undoAll(ResolveHouse house) {
        List<Decision> decisions = house.library.database.read(tx -> house.library.ledger.after(tx, ADA, 0, 100));
        for (Decision decision : decisions.reversed()) {
            house.library.removal.undo(ADA, decision.number(), ADA_SAYS);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_creator_whose_id_is_known_is_met_in_findings_under_any_name(Dialect dialect) throws Exception {
        try (ResolveHouse house = new ResolveHouse(dialect)) {
            house.library.live(ADA, "phone", "title=Lanterns;artist=The Quiet One;length=200;at=2026-01-01T10:00:00Z");
            house.shelf.knows("Bo Vale", "Lanterns", 200);
            house.asks(ALL);
            assertThat(house.identity(SubjectKind.ITEM, 1).links()).isEmpty();

            house.library.database.write(tx -> house.library.ledger.decide(
                    tx,
                    ADA,
                    new Thing(SubjectKind.CREATOR, 1),
                    new Ruling.Link(ShelfOfFindings.id("mb:artist", "Bo Vale")),
                    ADA_SAYS));
            house.asks(new ResolveJob.Argument(true, true, 1_000));

            assertThat(house.identity(SubjectKind.ITEM, 1).links()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_a_person_denies_is_not_tied_again(Dialect dialect) throws Exception {
        try (ResolveHouse house = new ResolveHouse(dialect)) {
            house.library.live(ADA, "phone", "title=Lanterns;artist=Bo Vale;length=200;at=2026-01-01T10:00:00Z");
            house.shelf.knows("Bo Vale", "Lanterns", 200);
            house.asks(ALL);
            assertThat(house.identity(SubjectKind.CREATOR, 1).links()).hasSize(1);
            ExternalId bo = ShelfOfFindings.id("mb:artist", "Bo Vale");
            house.library.database.write(tx -> house.library.ledger.decide(
                    tx, ADA, new Thing(SubjectKind.CREATOR, 1), new Ruling.Unlink(bo), ADA_SAYS));

            house.library.live(ADA, "phone", "title=Harbour;artist=Bo Vale;length=180;at=2026-01-02T10:00:00Z");
            house.shelf.knows("Bo Vale", "Harbour", 180);
            house.asks(ALL);

            assertThat(house.identity(SubjectKind.ITEM, 2).links()).hasSize(1);
            assertThat(house.identity(SubjectKind.CREATOR, 1).links()).isEmpty();
        }
    }
}
