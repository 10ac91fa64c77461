package io.reprise.art;

import io.reprise.account.UserId;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobState;
import io.reprise.job.Worker;
import io.reprise.resolve.ResolveJob;
import java.util.List;
import java.util.Optional;

/** Starts the job that fetches pictures. Thread-safe. */
public final class Curator {
    private static final System.Logger LOG = System.getLogger("reprise.art");
    private static final int JOBS_LOOKED_AT_MAX = 100;

    private final Worker worker;
    private final List<ArtSource> sources;

    /** {@code worker} knows the {@link ArtJob} of these sources. */
    public Curator(Worker worker, List<ArtSource> sources) {
        this.worker = worker;
        this.sources = List.copyOf(sources);
    }

    /** Who is asked, in the order in which they are. */
    public List<ArtSource> sources() {
        return sources;
    }

    /** Starts to fetch, or answers with the job that does so already. */
    public Job fetch(UserId user, ArtJob.Argument argument) throws JobFailure {
        Optional<Job> under = worker.latest(user, JOBS_LOOKED_AT_MAX).stream()
                .filter(job -> job.kind().equals(ArtJob.WORD) && !job.state().isFinal())
                .findFirst();
        return under.isPresent() ? under.get() : worker.start(user, ArtJob.WORD, argument.json());
    }

    /**
     * Told of each job that has ended: where that was one that asked authorities on the network what things are, what
     * it found is asked for its pictures. Nobody who resolves at home only is taken to the network.
     */
    public void afterJob(Job ended) {
        boolean mayHaveFound = ended.state() instanceof JobState.Done && ResolveJob.askedTheNetwork(ended);
        if (sources.isEmpty() || !mayHaveFound) {
            return;
        }
        try {
            fetch(ended.user(), ArtJob.Argument.USUAL);
        } catch (JobFailure e) {
            LOG.log(System.Logger.Level.INFO, "pictures of user {0} are fetched later: {1}", ended.user(), e.reason());
        }
    }
}
