package io.reprise.resolve;

import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.catalog.Refusal;
import io.reprise.job.Job;
import io.reprise.job.JobState;
import io.reprise.laws.Library;
import io.reprise.store.Dialect;
import io.reprise.store.Recorder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Standing orders to ask authorities on the network: when they are due, and who starts their job. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ResolveRoundTest {
    private static final int WAITING_JOBS_MAX = 100;

    private static ResolveRound node(ResolveHouse house) {
        return new ResolveRound(house.orders, house.review, house.library.clock);
    }

    /** A house in which jobs are taken in, and wait. */
    private static ResolveHouse house(Dialect dialect) {
        ResolveHouse house = new ResolveHouse(dialect, true, new Guide());
        house.worker.close();
        return house;
    }

    private static long in(ResolveHouse house, Duration time) {
        return house.library.clock.instant().plus(time).getEpochSecond();
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    private static List<Job> jobs(ResolveHouse house) {
        return house.worker.latest(ADA, 100);
    }

    /** Ends the one job that waits. */
    private static void end(ResolveHouse house) {
        List<Job> waiting =
                jobs(house).stream().filter(job -> !job.state().isFinal()).toList();
        assertThat(waiting).hasSize(1);
        assertThat(house.worker.cancel(ADA, waiting.getFirst().id())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_first_order_is_due_at_once_and_then_every_so_many_days(Dialect dialect) throws Exception {
        try (ResolveHouse house = house(dialect)) {
            ResolveRound node = node(house);
            assertThat(node.runDue()).isEmpty();
            assertThat(house.orders.set(ADA, 7).nextDueAt()).isEqualTo(in(house, Duration.ZERO));

            assertThat(node.runDue()).hasValue(in(house, days(7)));
            assertThat(jobs(house)).singleElement().matches(ResolveJob::askedTheNetwork);
            end(house);

            house.library.clock.advance(days(7).minusSeconds(1));
            assertThat(node.runDue()).hasValue(in(house, Duration.ofSeconds(1)));
            assertThat(jobs(house)).hasSize(1);
            house.library.clock.advance(days(20));
            assertThat(node.runDue()).as("what was missed is not made up for").hasValue(in(house, days(7)));
            end(house);
            assertThat(jobs(house)).hasSize(2);
            assertThat(house.orders.of(BEN)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void of_two_nodes_one_starts_the_job(Dialect dialect) throws Exception {
        try (ResolveHouse house = house(dialect)) {
            ResolveOrder due = house.orders.set(ADA, 1);
            ResolveOrder claimed = house.orders.claim(due).orElseThrow();

            assertThat(house.orders.claim(due)).isEmpty();
            assertThat(node(house).runDue()).hasValue(in(house, ResolveOrders.TRIED_AGAIN_AFTER));
            assertThat(jobs(house)).isEmpty();

            house.orders.begun(claimed);
            assertThat(house.orders.of(ADA)).contains(new ResolveOrder(ADA, 1, in(house, days(1))));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_node_that_ends_between_the_claim_and_the_job_costs_an_hour(Dialect dialect) throws Exception {
        try (ResolveHouse house = house(dialect)) {
            house.orders.claim(house.orders.set(ADA, 365));
            house.library.clock.advance(ResolveOrders.TRIED_AGAIN_AFTER);

            assertThat(node(house).runDue()).hasValue(in(house, days(365)));
            end(house);
            assertThat(jobs(house)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void another_number_of_days_brings_the_next_time_nearer_and_never_puts_it_off(Dialect dialect) {
        try (ResolveHouse house = house(dialect)) {
            long now = in(house, Duration.ZERO);
            house.orders.set(ADA, 7);
            assertThat(house.orders.set(ADA, 30)).as("still due").isEqualTo(new ResolveOrder(ADA, 30, now));
            house.orders.begun(house.orders.claim(house.orders.set(ADA, 30)).orElseThrow());
            house.library.clock.advance(days(10));

            assertThat(house.orders.set(ADA, 60).nextDueAt()).isEqualTo(in(house, days(20)));
            assertThat(house.orders.set(ADA, 7).nextDueAt()).isEqualTo(in(house, days(7)));
            assertThat(house.orders.of(ADA)).contains(new ResolveOrder(ADA, 7, in(house, days(7))));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_is_changed_or_ended_while_a_node_takes_it_is_left_to_what_holds_then(Dialect dialect) {
        try (ResolveHouse house = house(dialect)) {
            ResolveOrder due = house.orders.set(ADA, 7);
            house.orders.set(ADA, 2);
            assertThat(house.orders.claim(due)).isEmpty();

            ResolveOrder claimed = house.orders.claim(house.orders.set(ADA, 2)).orElseThrow();
            house.orders.end(ADA);
            house.orders.begun(claimed);
            assertThat(house.orders.of(ADA)).isEmpty();
            assertThat(node(house).runDue()).isEmpty();
            house.orders.end(ADA);
            assertThat(house.orders.set(ADA, 3).nextDueAt()).isEqualTo(in(house, Duration.ZERO));
        }
    }

    @Test
    void a_job_that_asks_the_network_already_counts_and_one_that_does_not_is_waited_for() throws Exception {
        try (ResolveHouse house = house(Dialect.SQLITE)) {
            ResolveRound node = node(house);
            house.review.resolve(ADA, ResolveJob.Argument.ofAll(false));
            house.orders.set(ADA, 7);
            assertThat(node.runDue()).hasValue(in(house, ResolveOrders.TRIED_AGAIN_AFTER));
            end(house);

            house.review.resolve(ADA, ResolveJob.Argument.ofAll(true));
            house.library.clock.advance(ResolveOrders.TRIED_AGAIN_AFTER);
            assertThat(node.runDue()).hasValue(in(house, days(7)));
            assertThat(jobs(house)).hasSize(2);
        }
    }

    @Test
    void a_job_that_cannot_be_started_is_tried_again_in_an_hour() throws Exception {
        try (ResolveHouse house = house(Dialect.SQLITE)) {
            for (int job = 0; job < WAITING_JOBS_MAX; job++) {
                house.worker.start(ADA, ResolveJob.WORD, "{}");
            }
            house.library.database.write(tx -> tx.handle().execute("update job set kind = 'import'"));
            house.orders.set(ADA, 7);
            assertThat(node(house).runDue()).hasValue(in(house, ResolveOrders.TRIED_AGAIN_AFTER));
        }
    }

    @Test
    void the_thread_wakes_when_an_order_is_given() throws Exception {
        try (ResolveHouse house = new ResolveHouse(Dialect.SQLITE, true, new Guide());
                ResolveRound node = node(house).start()) {
            house.orders.set(ADA, 7);
            assertThat(house.awaitsEnd()).isTrue();
            assertThat(jobs(house)).singleElement().extracting(Job::state).isInstanceOf(JobState.Done.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 366})
    void days_that_make_no_sense_are_refused(int days) {
        try (ResolveHouse house = house(Dialect.SQLITE)) {
            assertThatThrownBy(() -> house.orders.set(ADA, days))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("every_days: expected 1 to 365 days, got " + days);
            assertThat(house.orders.of(ADA)).isEmpty();
        }
    }

    @Test
    void where_no_authority_on_the_network_is_on_there_is_nothing_to_order() {
        try (ResolveHouse house = new ResolveHouse(Dialect.SQLITE)) {
            assertThatThrownBy(() -> house.orders.set(ADA, 7))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("no authority on the network is switched on");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void one_who_is_forgotten_is_asked_for_no_more(Dialect dialect) {
        try (ResolveHouse house = house(dialect)) {
            house.orders.set(ADA, 7);
            ResolveOrder ben = house.orders.set(BEN, 7);
            house.library.database.write(tx -> {
                ResolveErasure.forget(tx, ADA);
                return true;
            });
            assertThat(house.orders.nextDue(10)).containsExactly(ben);
        }
    }

    @Test
    void the_orders_that_are_due_next_are_found_by_an_index() throws SQLException {
        try (Recorder recorder = new Recorder(Dialect.SQLITE);
                Library library = new Library(recorder.open())) {
            library.database.read(tx -> ResolveOrderTable.nextDue(tx, 1));
            String sql = recorder.texts().stream()
                    .filter(text -> text.contains("from resolve_order order by"))
                    .findFirst()
                    .orElseThrow();
            assertThat(recorder.explained("explain query plan", sql).toString())
                    .contains("resolve_order_due")
                    .doesNotContain("B-TREE");
        }
    }
}
