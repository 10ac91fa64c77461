package io.reprise.upkeep;

import io.reprise.account.UserId;
import io.reprise.job.Budget;
import io.reprise.job.Job;
import io.reprise.job.JobKind;
import io.reprise.job.Progress;
import io.reprise.play.Aggregator;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The job that makes every reading of a user's two books anew. Its progress counts scrobbles; it is one transaction, so
 * readers see the old readings until the new ones are whole, and running it again is safe.
 */
public final class RebuildJob implements JobKind {
    static final String WORD = "rebuild";
    private static final Budget BUDGET = new Budget(1L << 40, Duration.ofHours(24));

    private final Aggregator aggregator;
    private final Consumer<UserId> changed;

    /** {@code changed} is told the user when the new readings are on disk; it must return at once. */
    public RebuildJob(Aggregator aggregator, Consumer<UserId> changed) {
        this.aggregator = aggregator;
        this.changed = changed;
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
    public String run(Job job, Progress progress) {
        long read = aggregator.rebuild(
                job.user(), (done, total) -> progress.show(done, total, "reads the log and the ledger anew"));
        changed.accept(job.user());
        return String.format(Locale.ROOT, "%,d", read)
                + (read == 1 ? " scrobble was read anew" : " scrobbles were read anew");
    }
}
