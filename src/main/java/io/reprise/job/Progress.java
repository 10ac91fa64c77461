package io.reprise.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a running job tells how far it is, and learns that it has to stop: cancelled, paused, out of budget, or the
 * server closes. Telling is cheap and may be done for every row. Told by one thread, stopped from any.
 */
public final class Progress {
    /** How often watchers hear of it at most. */
    private static final Duration TOLD_EVERY = Duration.ofMillis(200);
    /** From here on an estimate is more than a guess. */
    private static final Duration ESTIMATED_AFTER = Duration.ofSeconds(1);

    private static final Duration RATE_OVER = Duration.ofMinutes(1);
    private static final Duration MARKED_EVERY = Duration.ofSeconds(1);

    private final Budget budget;
    private final InstantSource clock;
    private final Instant begun;
    private final Consumer<JobState.Running> listener;
    /** How far it was about each second of the last minute; used by the job's own thread alone. */
    private final List<Mark> marks = new ArrayList<>();

    private Instant nextTold;
    private volatile JobState.Running state = new JobState.Running(0, null, null, "");
    private volatile JobStopped.@Nullable Cause stop;

    Progress(Budget budget, InstantSource clock, Consumer<JobState.Running> listener) {
        this.budget = budget;
        this.clock = clock;
        this.begun = clock.instant();
        this.listener = listener;
        this.nextTold = begun;
        marks.add(new Mark(begun, 0));
    }

    private record Mark(Instant at, long done) {}

    /**
     * So many units are done, of so many where that is known; {@code note} is a sentence. Does not return if it has to
     * stop.
     */
    public void tell(long done, @Nullable Long total, String note) {
        show(done, total, note);
        Instant now = clock.instant();
        if (!now.isBefore(nextTold)) {
            nextTold = now.plus(TOLD_EVERY);
            listener.accept(state);
        }
    }

    /** As {@link #tell}, to be seen by who asks and stored by nobody: for work inside a step of the store. */
    public void show(long done, @Nullable Long total, String note) {
        check();
        if (done > budget.unitsMax()) {
            throw new JobStopped(JobStopped.Cause.BUDGET, "it may do at most " + budget.unitsMax() + " units of work");
        }
        state = new JobState.Running(done, total, secondsLeft(done, total, clock.instant()), note);
    }

    /** Does not return if the job has to stop. */
    public void check() {
        JobStopped.Cause why = stop;
        if (why != null) {
            throw new JobStopped(why, "asked to stop");
        }
        if (Duration.between(begun, clock.instant()).compareTo(budget.timeMax()) > 0) {
            throw new JobStopped(
                    JobStopped.Cause.BUDGET,
                    "it may take at most " + budget.timeMax().toMinutes() + " minutes");
        }
    }

    /** By the rate of the last minute, for a job may be slower or faster than at its beginning. */
    private @Nullable Long secondsLeft(long done, @Nullable Long total, Instant now) {
        while (marks.size() > 1 && Duration.between(marks.get(1).at(), now).compareTo(RATE_OVER) >= 0) {
            marks.removeFirst();
        }
        Mark from = marks.getFirst();
        if (Duration.between(marks.getLast().at(), now).compareTo(MARKED_EVERY) >= 0) {
            marks.add(new Mark(now, done));
        }
        long millis = Duration.between(from.at(), now).toMillis();
        long more = done - from.done();
        if (total == null || more <= 0 || millis < ESTIMATED_AFTER.toMillis()) {
            return null;
        }
        return Math.round(millis / 1000.0 * Math.max(0, total - done) / more);
    }

    JobState.Running state() {
        return state;
    }

    void stop(JobStopped.Cause why) {
        if (stop == null) {
            stop = why;
        }
    }
}
