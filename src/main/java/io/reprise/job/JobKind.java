package io.reprise.job;

import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kind of job: what it does with an argument, and how much it may. Thread-safe, for several may run at once. */
public interface JobKind {
    /** Its name in the store and the API, such as {@code import}. */
    String word();

    Budget budget();

    /**
     * Does the work on the calling thread and answers with a sentence on what came of it. It tells its progress often,
     * for that is where it is stopped. It may be run again from the start after a crash, so what it did must not harm
     * then.
     */
    String run(Job job, Progress progress) throws JobFailure, InterruptedException;

    /** Why this job cannot be run once more, in a sentence on what to do; empty where it can. */
    default Optional<String> refusal(Job job) {
        return Optional.empty();
    }

    /**
     * Told in the transaction that stores the end of a job of this kind. What it answers is kept with that end, for
     * {@link EndedJobs}; null where there is nothing to add.
     */
    default @Nullable String ending(Tx tx, Job job) throws SQLException {
        return null;
    }

    /** Told once when a job of this kind has come to its end, whichever; lets go of what it worked on. */
    default void ended(Job job) {}
}
