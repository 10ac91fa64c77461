package io.reprise.resolve;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.catalog.Identity;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.job.Job;
import io.reprise.job.JobState;
import io.reprise.job.Worker;
import io.reprise.laws.Library;
import io.reprise.store.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A library with an authority that a test fills, and what asks it. */
final class ResolveHouse implements AutoCloseable {
    private static final int WAIT_SECONDS_MAX = 60;

    final Library library;
    final ShelfOfFindings shelf;
    final Worker worker;
    final Review review;
    final ResolveOrders orders;
    private volatile CountDownLatch ended = new CountDownLatch(1);

    ResolveHouse(Dialect dialect) {
        this(dialect, true);
    }

    ResolveHouse(Dialect dialect, boolean local, Authority... more) {
        shelf = new ShelfOfFindings(local);
        List<Authority> all = new ArrayList<>(List.of(more));
        all.addFirst(shelf);
        library = new Library(dialect);
        ResolveJob.Rooms rooms = new ResolveJob.Rooms(
                library.database, library.log, library.histories, library.ledger, all, library.clock);
        worker = new Worker(library.database, library.clock, List.of(new ResolveJob(rooms)), 1);
        worker.whenEnded(job -> ended.countDown());
        orders = new ResolveOrders(rooms);
        review = new Review(
                rooms, worker, rooms.authorities().stream().map(Authority::name).toList());
    }

    JobState asks(ResolveJob.Argument argument) throws Exception {
        ended = new CountDownLatch(1);
        Job job = review.resolve(ADA, argument);
        assertThat(awaitsEnd()).isTrue();
        return worker.find(ADA, job.id()).orElseThrow().state();
    }

    boolean awaitsEnd() throws InterruptedException {
        return ended.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    }

    Identity identity(SubjectKind kind, int number) {
        return library.database.read(tx -> Identity.of(tx, ADA, new Thing(kind, number)));
    }

    List<Proposal> waiting() {
        return review.after(ADA, Proposal.State.WAITING, 0, 100);
    }

    @Override
    public void close() {
        worker.close();
        library.close();
    }
}
