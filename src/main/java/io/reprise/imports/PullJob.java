package io.reprise.imports;

import io.reprise.job.Budget;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobKind;
import io.reprise.job.Progress;
import io.reprise.store.Tx;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The job that fetches a history from an outside party: page by page, each stored with the run's boundary in one
 * transaction. It begins where the runs before have come to, less an overlap, so it may be stopped anywhere. Its unit
 * is the page.
 */
public final class PullJob implements JobKind {
    /** Its word among the kinds of jobs. */
    public static final String WORD = "pull";

    private static final Budget BUDGET = new Budget(20_000, Duration.ofMinutes(600));

    private final ImportRooms rooms;
    private final Connections connections;
    private final InstantSource clock;

    public PullJob(ImportRooms rooms, Connections connections, InstantSource clock) {
        this.rooms = rooms;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Budget budget() {
        return BUDGET;
    }

    @Override
    public String run(Job job, Progress progress) throws JobFailure, InterruptedException {
        return switch (PullOrder.of(job)) {
            case PullOrder.Standing(int number, boolean again) -> {
                Connection connection = connections
                        .find(job.user(), number)
                        .orElseThrow(() -> new JobFailure("the connection was deleted", "Make it again"));
                HistorySource source = source(connection.source());
                yield run(new Pull(rooms, clock, job.user(), source), connections.account(connection), again, progress);
            }
            case PullOrder.Once once ->
                run(
                        new Pull(rooms, clock, job.user(), source(once.source())),
                        once.account(job.user(), connections),
                        once.again(),
                        progress);
        };
    }

    private HistorySource source(String word) throws JobFailure {
        try {
            return connections.sources().ofWord(word);
        } catch (IllegalArgumentException e) {
            throw new JobFailure(
                    String.valueOf(e.getMessage()), "Delete the connection, or use a version that knows it");
        }
    }

    private static String run(Pull pull, OutsideAccount account, boolean again, Progress progress)
            throws JobFailure, InterruptedException {
        try {
            return pull.run(account, again, progress);
        } catch (JobFailure failure) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the server closes");
            }
            throw new JobFailure(account.withoutSecrets(failure.reason()), account.withoutSecrets(failure.whatToDo()));
        }
    }

    @Override
    public @Nullable String ending(Tx tx, Job job) {
        return PullOrder.of(job) instanceof PullOrder.Standing(int number, boolean again)
                ? connections
                        .ending(tx, job.user(), number, job.state())
                        .map(SyncEnd::text)
                        .orElse(null)
                : null;
    }

    @Override
    public void ended(Job job) {
        connections.tellWatchers();
    }
}
