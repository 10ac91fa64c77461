package io.reprise.upkeep;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.account.UserId;
import io.reprise.job.Job;
import io.reprise.job.JobState;
import io.reprise.job.Worker;
import io.reprise.laws.Library;
import io.reprise.scrobble.Packer;
import io.reprise.store.Dialect;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class RebuildJobTest {
    private static final String SONG = "title=Says;artist=Nils Frahm;length=200;at=2025-03-01T10:00:00Z";
    private static final String FILM = "kind=film;title=Alien;at=2025-03-01T20:00:00Z";

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_rebuild_that_is_stopped_leaves_the_readings_as_they_were(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            library.live(ADA, "phone", SONG, FILM);
            List<String> before = library.readings(ADA);

            assertThatThrownBy(() -> library.aggregator.rebuild(ADA, (read, of) -> {
                        if (read > 0) {
                            throw new IllegalStateException("stopped at " + read + " of " + of);
                        }
                    }))
                    .hasMessage("stopped at 2 of 2");

            assertThat(library.readings(ADA)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_job_makes_the_readings_anew_and_a_second_waits_for_the_first_alone(Dialect dialect) throws Exception {
        BlockingQueue<Job> heard = new LinkedBlockingQueue<>();
        BlockingQueue<UserId> changed = new LinkedBlockingQueue<>();
        CountDownLatch go = new CountDownLatch(1);
        try (Library library = new Library(dialect);
                Worker worker = new Worker(
                        library.database,
                        library.clock,
                        List.of(new RebuildJob(library.aggregator, user -> {
                            changed.add(user);
                            await(go);
                        })),
                        1)) {
            library.live(ADA, "phone", SONG, FILM);
            List<String> before = library.readings(ADA);
            library.database.write(tx -> tx.handle().execute("delete from play where user_id = 1"));
            worker.watch(ADA, heard::add);
            Upkeep upkeep = new Upkeep(worker, new Packer(library.database));

            Job first = upkeep.rebuild(ADA);
            assertThat(changed.take()).isEqualTo(ADA);
            assertThat(library.readings(ADA)).isEqualTo(before);
            Job second = upkeep.rebuild(ADA);
            assertThat(upkeep.rebuild(ADA).id()).isEqualTo(second.id()).isNotEqualTo(first.id());
            go.countDown();

            Job ended = heard.take();
            while (!ended.state().isFinal()) {
                ended = heard.take();
            }
            assertThat(ended.state()).isEqualTo(new JobState.Done("2 scrobbles were read anew"));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
