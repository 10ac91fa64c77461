package io.reprise.upkeep;

import io.reprise.account.UserId;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.Worker;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.List;

/**
 * Forgets a user wholly, on their wish: every row of theirs in every room, in one transaction, for good. Their number
 * is given to nobody else. Thread-safe.
 */
public final class Forgetting {
    private static final int JOBS_MAX = 200;

    private final Database database;
    private final Worker worker;
    private final List<Part> parts;

    /** What one room forgets of a user, inside the caller's step. */
    @FunctionalInterface
    public interface Part {
        void forget(Tx tx, UserId user) throws SQLException;
    }

    /** {@code parts} are all rooms that keep rows of users. */
    public Forgetting(Database database, Worker worker, List<Part> parts) {
        this.database = database;
        this.worker = worker;
        this.parts = List.copyOf(parts);
    }

    /** Stops the user's jobs, then forgets the user; fails while a job has not stopped yet, for it may still write. */
    public void forget(UserId user) throws JobFailure {
        for (Job job : worker.latest(user, JOBS_MAX)) {
            if (!job.state().isFinal()) {
                worker.cancel(user, job.id());
            }
        }
        if (worker.isBusy(user)) {
            throw new JobFailure(
                    "A job of this user still runs, so nothing was forgotten yet",
                    "It is being stopped: ask again in a moment");
        }
        database.write(tx -> {
            for (Part part : parts) {
                part.forget(tx, user);
            }
            return parts;
        });
    }
}
