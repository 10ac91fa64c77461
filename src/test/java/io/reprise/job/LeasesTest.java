package io.reprise.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.SettableClock;
import io.reprise.account.UserId;
import io.reprise.store.Database;
import io.reprise.store.DatabaseAddress;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes over one database. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class LeasesTest {
    private static final UserId ANNA = new UserId(1);
    private final SettableClock clock = SettableClock.at("2026-01-02T03:04:05Z");
    private final DatabaseAddress address = Stores.freshAddress(Dialect.POSTGRESQL);
    private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final Node first = new Node("first", firstMayEnd);
    private final Node second = new Node("second", new CountDownLatch(0));

    private final class Node {
        final Database database = Database.open(address);
        final Worker worker;

        Node(String name, CountDownLatch mayEnd) {
            JobKind kind = new JobKind() {
                @Override
                public String word() {
                    return "doing";
                }

                @Override
                public Budget budget() {
                    return new Budget(10, Duration.ofHours(1));
                }

                @Override
                public String run(Job job, Progress progress) throws InterruptedException {
                    ran.add(name);
                    while (!mayEnd.await(1, TimeUnit.MILLISECONDS)) {
                        progress.check();
                    }
                    return "done by " + name;
                }
            };
            worker = new Worker(database, clock, List.of(kind), 1);
        }
    }

    @AfterEach
    void close() {
        firstMayEnd.countDown();
        for (Node node : List.of(first, second)) {
            node.worker.close();
            node.database.close();
        }
    }

    private JobState end(Job job) throws InterruptedException {
        BlockingQueue<Job> heard = new LinkedBlockingQueue<>();
        try (AutoCloseable watched = second.worker.watch(ANNA, heard::add)) {
            JobState now = second.worker.find(ANNA, job.id()).orElseThrow().state();
            return now.isFinal() ? now : heard.take().state();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_job_that_a_node_runs_is_run_by_no_other() throws Exception {
        first.worker.start(ANNA, "doing", "{}");
        assertThat(ran.take()).isEqualTo("first");

        second.worker.takeUp();
        clock.advance(Leases.LEASE.minusSeconds(1));
        second.worker.look();
        first.worker.look();
        clock.advance(Leases.LEASE.minusSeconds(1));
        second.worker.look();

        assertThat(second.worker.isBusy(ANNA)).isTrue();
        assertThat(ran).isEmpty();
    }

    @Test
    void the_job_of_a_node_that_is_gone_is_taken_over_when_its_lease_ends() throws Exception {
        Job job = first.worker.start(ANNA, "doing", "{}");
        assertThat(ran.take()).isEqualTo("first");

        clock.advance(Leases.LEASE.plusSeconds(1));
        second.worker.look();

        assertThat(ran.take()).isEqualTo("second");
        JobState ended = end(job);
        while (!ended.isFinal()) {
            ended = end(job);
        }
        assertThat(ended).isEqualTo(new JobState.Done("done by second"));
        first.worker.look();
        firstMayEnd.countDown();
        first.worker.close();
        assertThat(second.worker.find(ANNA, job.id()).orElseThrow().state())
                .isEqualTo(new JobState.Done("done by second"));
    }

    @Test
    void what_a_node_had_not_begun_when_it_stopped_goes_on_elsewhere_at_once() throws Exception {
        first.worker.start(ANNA, "doing", "{}");
        Job waiting = first.worker.start(ANNA, "doing", "{}");
        assertThat(ran.take()).isEqualTo("first");
        first.worker.close();

        second.worker.takeUp();

        assertThat(List.of(ran.take(), ran.take())).containsOnly("second");
        assertThat(second.worker.find(ANNA, waiting.id())).isPresent();
    }
}
