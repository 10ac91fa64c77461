package io.reprise.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs are paused, resumed and tried again. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PauseTest {
    private static final UserId ANNA = new UserId(1);
    private static final UserId BEN = new UserId(2);
    private final SettableClock clock = SettableClock.at("2026-01-02T03:04:05Z");
    private final BlockingQueue<Job> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicBoolean mayEnd = new AtomicBoolean();

    private final class Doing implements JobKind {
        @Override
        public String word() {
            return "doing";
        }

        @Override
        public Budget budget() {
            return new Budget(1_000, Duration.ofHours(1));
        }

        @Override
        public String run(Job job, Progress progress) throws JobFailure {
            begun.countDown();
            if (job.argument().equals("fails") && !mayEnd.get()) {
                throw new JobFailure("it failed", "try again");
            }
            while (!mayEnd.get()) {
                progress.check();
                Thread.onSpinWait();
            }
            return "done";
        }
    }

    private Worker worker(Database database) {
        Worker worker = new Worker(database, clock, List.of(new Doing()), 1);
        worker.watch(ANNA, heard::add);
        return worker;
    }

    private void await(Class<? extends JobState> state) throws InterruptedException {
        Job job = heard.take();
        while (!state.isInstance(job.state())) {
            job = heard.take();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_running_job_is_paused_over_a_restart_and_goes_on_when_resumed(Dialect dialect) throws Exception {
        DatabaseAddress address = Stores.freshAddress(dialect);
        JobId id;
        try (Database database = Database.open(address);
                Worker worker = worker(database)) {
            id = worker.start(ANNA, "doing", "{}").id();
            begun.await();
            assertThat(worker.pause(BEN, id)).isFalse();
            assertThat(worker.pause(ANNA, id)).isTrue();
            await(JobState.Paused.class);
        }
        mayEnd.set(true);
        try (Database database = Database.open(address);
                Worker worker = worker(database)) {
            worker.takeUp();
            assertThat(worker.find(ANNA, id).orElseThrow().state()).isEqualTo(new JobState.Paused());
            assertThat(worker.isBusy(ANNA)).isFalse();
            worker.again(ANNA, id);
            await(JobState.Done.class);
            assertThatThrownBy(() -> worker.again(ANNA, id)).hasMessageContaining("is done");
        }
    }

    @Test
    void a_waiting_job_is_paused_and_a_paused_one_cancelled() throws Exception {
        try (Database database = Stores.fresh(Dialect.SQLITE);
                Worker worker = worker(database)) {
            worker.start(ANNA, "doing", "{}");
            begun.await();
            JobId waiting = worker.start(ANNA, "doing", "{}").id();

            assertThat(worker.pause(ANNA, waiting)).isTrue();
            assertThat(worker.find(ANNA, waiting).orElseThrow().state()).isEqualTo(new JobState.Paused());
            assertThat(worker.pause(ANNA, waiting)).isFalse();
            assertThat(worker.cancel(ANNA, waiting)).isTrue();
            assertThat(worker.find(ANNA, waiting).orElseThrow().state()).isEqualTo(new JobState.Cancelled());
            mayEnd.set(true);
            await(JobState.Done.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_failed_job_runs_once_more(Dialect dialect) throws Exception {
        try (Database database = Stores.fresh(dialect);
                Worker worker = worker(database)) {
            JobId id = worker.start(ANNA, "doing", "fails").id();
            await(JobState.Failed.class);
            mayEnd.set(true);

            worker.again(ANNA, id);

            await(JobState.Done.class);
            assertThat(worker.latest(ANNA, 10)).hasSize(1);
        }
    }

    @Test
    void what_is_left_is_told_by_the_rate_of_the_last_minute() {
        Progress progress = new Progress(new Budget(1_000_000, Duration.ofHours(9)), clock, state -> {});
        for (int i = 1; i <= 100; i++) {
            clock.advance(Duration.ofSeconds(1));
            progress.show(i, 10_000L, "slow");
        }
        for (int i = 1; i <= 70; i++) {
            clock.advance(Duration.ofSeconds(1));
            progress.show(100 + 100 * i, 10_000L, "fast");
        }

        assertThat(progress.state().secondsLeft()).isBetween(27L, 29L);
    }
}
