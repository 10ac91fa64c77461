package io.reprise.upkeep;

import io.reprise.account.UserId;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobState;
import io.reprise.job.Worker;
import io.reprise.scrobble.Packer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The door of this room to its jobs. Thread-safe. */
public final class Upkeep {
    private static final System.Logger LOG = System.getLogger("reprise.upkeep");
    private static final int LOOKED_AT_JOBS_MAX = 100;
    /** Whether packing is due is asked once in so many scrobbles, for the question is dearer than a scrobble. */
    private static final int ASKED_SCROBBLES_MIN = 256;

    private final Worker worker;
    private final Packer packer;
    private final Map<UserId, Long> sinceAsked = new ConcurrentHashMap<>();

    /** {@code worker} knows the {@link RebuildJob} and the {@link PackJob}. */
    public Upkeep(Worker worker, Packer packer) {
        this.worker = worker;
        this.packer = packer;
    }

    /**
     * Told after each step of the follower how many scrobbles it read: starts the job that packs this user's payloads
     * where it is worth it and none is under way.
     */
    public void packWhereDue(UserId user, long read) {
        if (sinceAsked.merge(user, read, Long::sum) < ASKED_SCROBBLES_MIN) {
            return;
        }
        sinceAsked.remove(user);
        if (!packer.isDue(user) || unfinished(user, PackJob.WORD).findAny().isPresent()) {
            return;
        }
        try {
            worker.start(user, PackJob.WORD, "{}");
        } catch (JobFailure e) {
            LOG.log(System.Logger.Level.INFO, "payloads of user {0} are packed later: {1}", user, e.reason());
        }
    }

    /** Has all readings of this user made anew; where a job to do so waits already, it is that one. */
    public Job rebuild(UserId user) throws JobFailure {
        Optional<Job> waiting = unfinished(user, RebuildJob.WORD)
                .filter(job -> job.state() instanceof JobState.Queued)
                .findFirst();
        return waiting.isPresent() ? waiting.get() : worker.start(user, RebuildJob.WORD, "{}");
    }

    /** The jobs of this kind that have not come to their end. */
    private Stream<Job> unfinished(UserId user, String kind) {
        return worker.latest(user, LOOKED_AT_JOBS_MAX).stream()
                .filter(job -> job.kind().equals(kind) && !job.state().isFinal());
    }
}
