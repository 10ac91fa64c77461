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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
final class WorkerTest {
    private static final UserId ANNA = new UserId(1);
    private static final UserId BEN = new UserId(2);
    private final SettableClock clock = SettableClock.at("2026-01-02T03:04:05Z");
    private final BlockingQueue<Job> heard = new LinkedBlockingQueue<>();

    /** A kind of job that does what a test says. */
    private record Doing(Budget budget, Body body) implements JobKind {
        interface Body {
            String run(Job job, Progress progress) throws JobFailure, InterruptedException;
        }

        Doing(Body body) {
            this(new Budget(1_000, Duration.ofHours(1)), body);
        }

        @Override
        public String word() {
            return "doing";
        }

        @Override
        public String run(Job job, Progress progress) throws JobFailure, InterruptedException {
            return body.run(job, progress);
        }
    }

    private Worker worker(Database database, JobKind kind) {
        Worker worker = new Worker(database, clock, List.of(kind), 1);
        worker.watch(ANNA, heard::add);
        return worker;
    }

    private Job end() throws InterruptedException {
        Job job = heard.take();
        while (!job.state().isFinal() && !(job.state() instanceof JobState.Interrupted)) {
            job = heard.take();
        }
        return job;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_job_runs_and_tells_what_came_of_it(Dialect dialect) throws Exception {
        try (Database database = Stores.fresh(dialect);
                Worker worker = worker(database, new Doing((job, progress) -> {
                    progress.tell(5, 10L, "half");
                    return "read " + job.argument();
                }))) {
            Job started = worker.start(ANNA, "doing", "{}");

            assertThat(end().state()).isEqualTo(new JobState.Done("read {}"));
            assertThat(worker.find(ANNA, started.id()).orElseThrow().state()).isEqualTo(new JobState.Done("read {}"));
            assertThat(worker.latest(ANNA, 10)).hasSize(1);
        }
    }

    @Test
    void another_user_neither_sees_nor_cancels_it() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (Database database = Stores.fresh(Dialect.SQLITE);
                Worker worker = worker(database, new Doing((job, progress) -> {
                    go.await();
                    progress.check();
                    return "";
                }))) {
            Job job = worker.start(ANNA, "doing", "{}");

            assertThat(worker.find(BEN, job.id())).isEmpty();
            assertThat(worker.latest(BEN, 10)).isEmpty();
            assertThat(worker.cancel(BEN, job.id())).isFalse();
            go.countDown();
            assertThat(end().state()).isEqualTo(new JobState.Done(""));
        }
    }

    @Test
    void a_running_and_a_waiting_job_can_be_cancelled() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        try (Database database = Stores.fresh(Dialect.SQLITE);
                Worker worker = worker(database, new Doing((job, progress) -> {
                    runs.incrementAndGet();
                    begun.countDown();
                    go.await();
                    progress.check();
                    return "";
                }))) {
            Job first = worker.start(ANNA, "doing", "{}");
            Job second = worker.start(ANNA, "doing", "{}");
            begun.await();

            assertThat(worker.cancel(ANNA, second.id())).isTrue();
            assertThat(worker.cancel(ANNA, first.id())).isTrue();
            go.countDown();
            assertThat(end().state()).isEqualTo(new JobState.Cancelled());
            assertThat(end().state()).isEqualTo(new JobState.Cancelled());
            assertThat(runs).hasValue(1);
            assertThat(worker.cancel(ANNA, first.id())).isFalse();
        }
    }

    @Test
    void a_job_beyond_its_budget_fails_and_says_so() throws Exception {
        Doing.Body endless = (job, progress) -> {
            for (long done = 1; true; done++) {
                progress.tell(done, null, "");
            }
        };
        try (Database database = Stores.fresh(Dialect.SQLITE);
                Worker worker = worker(database, new Doing(endless))) {
            worker.start(ANNA, "doing", "{}");

            assertThat(((JobState.Failed) end().state()).reason()).contains("at most 1000 units");
        }
    }

    @Test
    void a_job_that_throws_fails_with_what_to_do() throws Exception {
        try (Database database = Stores.fresh(Dialect.SQLITE);
                Worker worker = worker(database, new Doing((job, progress) -> {
                    throw new JobFailure("the file is gone", "upload it again");
                }))) {
            Job job = worker.start(ANNA, "doing", "{}");
            end();

            assertThat(worker.find(ANNA, job.id()).orElseThrow().state())
                    .isEqualTo(new JobState.Failed("the file is gone", "upload it again"));
        }
    }

    @Test
    void what_was_unfinished_when_the_server_stopped_runs_again_but_not_for_ever() throws Exception {
        DatabaseAddress address = Stores.freshAddress(Dialect.SQLITE);
        JobId id = null;
        for (int start = 1; start <= Worker.ATTEMPTS_MAX; start++) {
            CountDownLatch begun = new CountDownLatch(1);
            try (Database database = Database.open(address);
                    Worker worker = worker(database, new Doing((job, progress) -> {
                        begun.countDown();
                        while (true) {
                            progress.check();
                            Thread.onSpinWait();
                        }
                    }))) {
                worker.takeUp();
                id = id == null ? worker.start(ANNA, "doing", "{}").id() : id;
                begun.await();
            }
            assertThat(end().state()).isEqualTo(new JobState.Interrupted());
        }
        try (Database database = Database.open(address);
                Worker worker = worker(database, new Doing((job, progress) -> "never"))) {
            worker.takeUp();

            assertThat(((JobState.Failed) end().state()).reason()).contains("3 times");
        }
    }

    @Test
    void a_running_job_estimates_when_it_ends() throws Exception {
        try (Database database = Stores.fresh(Dialect.SQLITE);
                Worker worker = worker(database, new Doing((job, progress) -> {
                    clock.advance(Duration.ofSeconds(10));
                    progress.tell(100, 400L, "a quarter");
                    return "";
                }))) {
            worker.start(ANNA, "doing", "{}");
            Job job = heard.take();
            while (!(job.state() instanceof JobState.Running running && running.done() > 0)) {
                job = heard.take();
            }

            assertThat(job.state()).isEqualTo(new JobState.Running(100, 400L, 30L, "a quarter"));
        }
    }
}
