package io.reprise.art;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.http.PoliteClient;
import io.reprise.job.Job;
import io.reprise.job.Worker;
import io.reprise.laws.Library;
import io.reprise.resolve.KnownSongs;
import io.reprise.resolve.ResolveJob;
import io.reprise.resolve.Review;
import io.reprise.store.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When pictures are looked for without being asked for. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class CuratorTest {
    private static final int WAIT_SECONDS_MAX = 60;

    @TempDir
    Path folder = Path.of("");

    /** How many jobs of pictures there are once so many ended, a resolve that was allowed the network or not first. */
    private long jobsAfter(boolean network, boolean hasSources, int ends) throws Exception {
        try (ArtHouse house = new ArtHouse(Dialect.SQLITE, folder, 1L << 20);
                Library library = new Library(Dialect.SQLITE)) {
            library.live(ADA, "phone", "title=Says;artist=Nils Frahm;at=2026-01-01T10:00:00Z");
            ResolveJob.Rooms resolving = new ResolveJob.Rooms(
                    library.database,
                    library.log,
                    library.histories,
                    library.ledger,
                    List.of(new KnownSongs()),
                    library.clock);
            Semaphore ended = new Semaphore(0);
            Pictures pictures = new Pictures(library.database, library.clock, new Pictures.Store(folder, 1L << 20));
            try (PoliteClient client = ArtHouse.client();
                    Worker worker = new Worker(
                            library.database,
                            library.clock,
                            List.of(
                                    new ResolveJob(resolving),
                                    new ArtJob(
                                            new ArtJob.Rooms(
                                                    library.database,
                                                    library.histories,
                                                    List.of(house.shelf),
                                                    client,
                                                    library.clock),
                                            pictures)),
                            1)) {
                Curator curator = new Curator(worker, hasSources ? List.of(house.shelf) : List.of());
                worker.whenEnded(job -> {
                    curator.afterJob(job);
                    ended.release();
                });
                new Review(resolving, worker, List.of()).resolve(ADA, new ResolveJob.Argument(network, false, 10));
                assertThat(ended.tryAcquire(ends, WAIT_SECONDS_MAX, TimeUnit.SECONDS))
                        .isTrue();
                return worker.latest(ADA, 10).stream()
                        .filter(job -> job.kind().equals(ArtJob.WORD))
                        .count();
            }
        }
    }

    @Test
    void who_asks_the_network_what_things_are_has_their_pictures_fetched_and_nobody_else() throws Exception {
        assertThat(jobsAfter(true, true, 1)).isEqualTo(1);
        assertThat(jobsAfter(false, true, 1)).isZero();
        assertThat(jobsAfter(true, false, 1)).isZero();
    }

    @Test
    void a_job_of_pictures_that_ends_starts_no_other() throws Exception {
        assertThat(jobsAfter(true, true, 2)).isEqualTo(1);
    }

    @Test
    void one_job_at_a_time_looks_for_pictures() throws Exception {
        try (ArtHouse house = new ArtHouse(Dialect.SQLITE, folder, 1L << 20)) {
            house.plays("Says", "Nils Frahm", "Spaces", "GBAYE0000001", 1);
            Semaphore goOn = new Semaphore(0);
            house.shelf.whenAsked = goOn::acquireUninterruptibly;
            Job first = house.curator.fetch(ADA, ArtJob.Argument.USUAL);
            Job second = house.curator.fetch(ADA, ArtJob.Argument.USUAL);
            assertThat(second.id()).isEqualTo(first.id());
            goOn.release(10);
        }
    }

    @Test
    void how_much_is_fetched_is_bounded() {
        assertThatThrownBy(() -> new ArtJob.Argument(0)).hasMessageContaining("1 to 100000 pictures, not 0");
    }
}
