package io.reprise.resolve;

import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.catalog.Decision;
import io.reprise.catalog.DecisionKind;
import io.reprise.catalog.Identity;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.catalog.Status;
import io.reprise.catalog.SubjectKind;
import io.reprise.job.JobState;
import io.reprise.store.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The job that asks what things are, and a person's answers to what it could not decide. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ResolveJobTest {
    private static final ResolveJob.Argument ALL = new ResolveJob.Argument(true, false, 1_000);
    private static final Ledger.Author ADA_SAYS = new Ledger.Author("ada", "I know it");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_fits_is_decided_with_its_evidence_and_two_spellings_become_one(Dialect dialect) throws Exception {
        try (ResolveHouse house = new ResolveHouse(dialect)) {
            house.library.live(
                    ADA,
                    "phone",
                    "title=Lanterns;artist=Bo Vale;length=201;at=2026-01-01T10:00:00Z",
                    "title=LANTERNS!;artist=Bo Vale;length=200;at=2026-01-02T10:00:00Z",
                    "title=Nobody Knows;artist=Nobody;at=2026-01-03T10:00:00Z");
            Finding lanterns = house.shelf.knows("Bo Vale", "Lanterns", 200);
            house.shelf.knows("Someone Else", "Lanterns", 340);
            List<String> plays = plays(house);

            JobState state = house.asks(ALL);

            assertThat(state).isInstanceOf(JobState.Done.class);
            assertThat(house.identity(SubjectKind.ITEM, 1).links())
                    .extracting(Identity.Link::id)
                    .containsExactly(lanterns.id());
            assertThat(house.identity(SubjectKind.ITEM, 1).status()).isEqualTo(Status.RESOLVED);
            assertThat(house.identity(SubjectKind.ITEM, 3).status()).isEqualTo(Status.PROVISIONAL);
            assertThat(house.library.totals(ADA))
                    .isEqualTo(Map.of("Bo Vale - Lanterns", 2, "Nobody - Nobody Knows", 1));
            assertThat(plays(house)).isEqualTo(plays);
            List<Decision> decisions = house.library.database.read(tx -> house.library.ledger.after(tx, ADA, 0, 10));
            assertThat(decisions).isNotEmpty().allSatisfy(decision -> {
                assertThat(decision.by()).isEqualTo("resolver");
                assertThat(decision.confidence()).isBetween(0.9, 1.0);
                boolean isOfItem = decision.subjectKind() == SubjectKind.ITEM && decision.kind() != DecisionKind.MOVE;
                assertThat(decision.evidence()).contains(isOfItem ? "score" : "follows from " + lanterns.id());
            });
        }
    }

    private static List<String> plays(ResolveHouse house) {
        return house.library.readings(ADA).stream()
                .filter(row -> row.startsWith("play ") || row.startsWith("daily_plays"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_credit_told_as_one_text_becomes_the_artists_in_it(Dialect dialect) throws Exception {
        try (ResolveHouse house = new ResolveHouse(dialect)) {
            house.library.live(
                    ADA, "phone", "title=Harbour;artist=Bo Vale feat. Di Marsh;length=180;at=2026-01-01T10:00:00Z");
            house.shelf.knows("Bo Vale feat. Di Marsh", "Harbour", 180);

            house.asks(ALL);

            assertThat(house.library.totals(ADA)).isEqualTo(Map.of("Bo Vale, Di Marsh - Harbour", 1));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_is_doubtful_waits_for_a_person_whose_answer_can_be_undone(Dialect dialect) throws Exception {
        try (ResolveHouse house = new ResolveHouse(dialect)) {
            house.library.live(ADA, "phone", "title=Lanterns;artist=Bo Vale;at=2026-01-01T10:00:00Z");
            Finding one = house.shelf.knows("Bo Vale", "Lanterns", 200);
            house.shelf.knows("Bo Vale", "Lanterns", 260);
            house.asks(ALL);

            Proposal proposal = house.waiting().getFirst();
            assertThat(proposal.matches())
                    .hasSize(2)
                    .allSatisfy(match -> assertThat(match.evidence()).isNotEmpty());
            assertThat(house.identity(SubjectKind.ITEM, 1).links()).isEmpty();
            assertThatThrownBy(() -> house.review.accept(ADA, proposal.number(), 4, false, ADA_SAYS))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("has 2 matches");
            assertThatThrownBy(() -> house.review.accept(BEN, proposal.number(), 0, false, ADA_SAYS))
                    .isInstanceOf(Refusal.class);

            int choice = proposal.matches().get(0).finding().id().equals(one.id()) ? 0 : 1;
            assertThat(house.review.accept(ADA, proposal.number(), choice, false, ADA_SAYS))
                    .isEqualTo(1);

            assertThat(house.waiting()).isEmpty();
            assertThat(house.identity(SubjectKind.ITEM, 1).status()).isEqualTo(Status.CANONICAL);
            house.library.removal.undo(ADA, 1, ADA_SAYS);
            assertThat(house.identity(SubjectKind.ITEM, 1).status()).isEqualTo(Status.PROVISIONAL);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void always_for_this_credit_settles_all_of_the_same_artist_at_once(Dialect dialect) throws Exception {
        try (ResolveHouse house = new ResolveHouse(dialect)) {
            for (String title : List.of("Alder", "Birch", "Cedar")) {
                house.library.live(
                        ADA,
                        "phone",
                        "title=" + title + ";artist=Bo Vale;at=2026-01-01T1" + title.length() + ":00:00Z");
                house.shelf.knows("Bo Vale", title, 200);
                house.shelf.knows("Bo Vale", title, 260);
            }
            house.library.live(ADA, "phone", "title=Alder;artist=Other;at=2026-01-05T10:00:00Z");
            house.asks(ALL);
            assertThat(house.waiting()).hasSize(3);

            assertThat(house.review.accept(ADA, house.waiting().getFirst().number(), 0, true, ADA_SAYS))
                    .isEqualTo(3);
            assertThat(house.review.waiting(ADA)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_was_asked_is_left_in_peace_and_what_was_rejected_waits_again_when_reopened(Dialect dialect)
            throws Exception {
        try (ResolveHouse house = new ResolveHouse(dialect)) {
            house.library.live(ADA, "phone", "title=Lanterns;artist=Bo Vale;at=2026-01-01T10:00:00Z");
            house.shelf.knows("Bo Vale", "Lanterns", 200);
            house.shelf.knows("Bo Vale", "Lanterns", 260);
            house.asks(ALL);
            house.asks(ALL);
            assertThat(house.shelf.asked).hasValue(1);
            long number = house.waiting().getFirst().number();
            house.review.reject(ADA, number);
            assertThatThrownBy(() -> house.review.reject(ADA, number)).hasMessageContaining("rejected before");
            house.review.reopen(ADA, number);
            assertThat(house.waiting()).hasSize(1);

            house.library.clock.advance(Duration.ofDays(31));
            house.asks(ALL);
            assertThat(house.shelf.asked).hasValue(2);
            assertThat(house.waiting()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_authority_that_is_down_costs_nothing_but_time(Dialect dialect) throws Exception {
        try (ResolveHouse house = new ResolveHouse(dialect)) {
            for (int i = 0; i < 8; i++) {
                String day = "2026-01-0" + (i + 1);
                house.library.live(ADA, "phone", "title=Song " + i + ";artist=Bo;at=" + day + "T10:00:00Z");
            }
            house.shelf.down = true;
            assertThat(house.asks(ALL))
                    .isInstanceOfSatisfying(
                            JobState.Failed.class,
                            failed -> assertThat(failed.toString())
                                    .contains("the shelf is closed")
                                    .contains("kept"));
            house.shelf.down = false;
            Finding song = house.shelf.knows("Bo", "Song 1", 200);

            assertThat(house.asks(ALL)).isInstanceOf(JobState.Done.class);
            assertThat(house.identity(SubjectKind.ITEM, 2).links())
                    .extracting(Identity.Link::id)
                    .containsExactly(song.id());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nobody_to_be_asked_is_said_and_what_this_machine_did_not_know_is_asked_on_the_network(Dialect dialect)
            throws Exception {
        try (ResolveHouse house = new ResolveHouse(dialect, false)) {
            house.library.live(ADA, "phone", "title=Lanterns;artist=Bo Vale;length=200;at=2026-01-01T10:00:00Z");
            house.shelf.knows("Bo Vale", "Lanterns", 200);
            ResolveJob.Argument here = new ResolveJob.Argument(false, false, 1_000);
            assertThat(house.asks(here))
                    .isInstanceOfSatisfying(
                            JobState.Failed.class,
                            failed -> assertThat(failed.toString())
                                    .contains("nobody to be asked")
                                    .contains("allow the network"));
            assertThat(house.shelf.asked).hasValue(0);

            house.asks(ALL);
            assertThat(house.identity(SubjectKind.ITEM, 1).status()).isEqualTo(Status.RESOLVED);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void enough_that_is_new_is_asked_for_by_itself_where_this_machine_can_answer(Dialect dialect) throws Exception {
        try (ResolveHouse house = new ResolveHouse(dialect)) {
            house.library.live(ADA, "phone", "title=Lanterns;artist=Bo Vale;length=200;at=2026-01-01T10:00:00Z");
            house.shelf.knows("Bo Vale", "Lanterns", 200);
            house.review.askWhereDue(ADA, 255);
            assertThat(house.worker.latest(ADA, 10)).isEmpty();
            house.review.askWhereDue(ADA, 1);
            assertThat(house.awaitsEnd()).isTrue();
            assertThat(house.identity(SubjectKind.ITEM, 1).status()).isEqualTo(Status.RESOLVED);
        }
        try (ResolveHouse far = new ResolveHouse(dialect, false)) {
            far.review.askWhereDue(ADA, 10_000);
            assertThat(far.worker.latest(ADA, 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void answers_that_have_expired_are_let_go_of(Dialect dialect) throws Exception {
        try (ResolveHouse house = new ResolveHouse(dialect)) {
            Answers answers = new Answers(house.library.database, house.library.clock);
            answers.of("shelf", "asked long ago", java.util.Optional::empty);
            house.library.clock.advance(Answers.NOTHING_LASTS.plusSeconds(1));

            house.asks(ALL);

            assertThat(answers.forgetExpired()).isZero();
        }
    }
}
