package io.reprise.job;

import io.reprise.account.UserId;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs jobs on a few threads, in the order they came, and sleeps while there are none. A job is run by the node that
 * took it in; what was waiting or running when that ended runs again after {@link #takeUp}, there or (on PostgreSQL) on
 * another node once the lease has ended, but at most {@link #ATTEMPTS_MAX} times. Thread-safe.
 */
public final class Worker implements AutoCloseable {
    /** A job that takes the process down with it must not do so for ever. */
    static final int ATTEMPTS_MAX = 3;

    static final int WAITING_JOBS_MAX = 100;
    private static final int KEPT_JOBS = 200;
    private static final Duration CLOSE_MAX = Duration.ofSeconds(30);
    private static final Duration STORED_EVERY = Duration.ofSeconds(2);
    private static final Logger LOG = System.getLogger("reprise.job");

    private final Database database;
    private final InstantSource clock;
    private final Map<String, JobKind> kinds;
    private final ExecutorService threads;
    private final Leases leases;
    private final Watchers watchers = new Watchers();
    private final List<Consumer<Job>> ends = new CopyOnWriteArrayList<>();
    private final Map<JobId, Progress> running = new ConcurrentHashMap<>();
    private volatile boolean closing;

    public Worker(Database database, InstantSource clock, List<? extends JobKind> kinds, int threadsMax) {
        this.database = database;
        this.clock = clock;
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::word, Function.identity()));
        this.leases = new Leases(database, clock, this::queue, this::lost);
        this.threads = Executors.newFixedThreadPool(
                threadsMax, Thread.ofPlatform().name("job-", 1).daemon(true).factory());
    }

    /** Runs again what the last process left unfinished; called once, when all is wired. */
    public void takeUp() {
        leases.begin();
    }

    /** What is done from time to time: leases are renewed, and ended ones taken. */
    void look() {
        leases.look();
    }

    /** Another node took it, since this one seemed to be gone. */
    private void lost(JobId job) {
        Progress progress = running.get(job);
        if (progress != null) {
            progress.stop(JobStopped.Cause.CLOSING);
        }
    }

    /** Takes a job in: it is on disk when this returns and runs as soon as a thread is free. */
    public Job start(UserId user, String kind, String argument) throws JobFailure {
        if (!kinds.containsKey(kind)) {
            throw new IllegalArgumentException("a job is of one of the kinds " + kinds.keySet() + ", not " + kind);
        }
        JobId id = new JobId(UUID.randomUUID().toString());
        Job job = new Job(id, user, kind, argument, new JobState.Queued(), now(), null, null);
        boolean taken = database.write(tx -> {
            if (JobTable.waiting(tx, user) >= WAITING_JOBS_MAX) {
                return false;
            }
            JobTable.insert(tx, job, leases.now());
            JobTable.keepLatest(tx, user, KEPT_JOBS);
            return true;
        });
        if (!taken) {
            throw new JobFailure(
                    "a user has at most " + WAITING_JOBS_MAX + " jobs waiting",
                    "wait until some are done, or cancel them");
        }
        watchers.tell(job);
        queue(job);
        return job;
    }

    /** The user's job of this id, as it stands now. */
    public Optional<Job> find(UserId user, JobId id) {
        return database.read(tx -> JobTable.find(tx, user, id)).map(this::live);
    }

    /** The user's latest jobs, newest first. */
    public List<Job> latest(UserId user, int limit) {
        return database.read(tx -> JobTable.latest(tx, user, limit)).stream()
                .map(this::live)
                .toList();
    }

    /** Whether a job of this user runs, here or on another node. */
    public boolean isBusy(UserId user) {
        return database.read(tx -> JobTable.isBusy(tx, user, leases.seconds()));
    }

    /** Stops a job that waits or runs here; answers whether there was one. What it did until then stays. */
    public boolean cancel(UserId user, JobId id) {
        Progress progress = running.get(id);
        if (progress == null && cancelWaiting(user, id)) {
            return true;
        }
        progress = running.get(id);
        boolean isUnfinished =
                find(user, id).filter(job -> !job.state().isFinal()).isPresent();
        if (progress == null || !isUnfinished) {
            return false;
        }
        progress.stop(JobStopped.Cause.CANCELLED);
        return true;
    }

    /** Pauses a job that waits or runs here, at its next step; answers whether there was one. */
    public boolean pause(UserId user, JobId id) {
        Job job = find(user, id).orElse(null);
        if (job == null) {
            return false;
        }
        Progress progress = running.get(id);
        if (progress == null && database.write(tx -> JobTable.pauseWaiting(tx, job))) {
            leases.letGo(id);
            watchers.tell(job.with(new JobState.Paused()));
            return true;
        }
        progress = running.get(id);
        if (progress == null) {
            return false;
        }
        progress.stop(JobStopped.Cause.PAUSED);
        return true;
    }

    /** Has a paused job go on, or a failed or cancelled one run once more; fails where it stands otherwise. */
    public Job again(UserId user, JobId id) throws JobFailure {
        Job job = find(user, id).orElseThrow(() -> new JobFailure("there is no job " + id, "look at the jobs"));
        boolean canGoOn = job.state() instanceof JobState.Paused
                || job.state() instanceof JobState.Failed
                || job.state() instanceof JobState.Cancelled;
        if (!canGoOn) {
            throw new JobFailure(
                    "this job is " + job.state().word(), "only what is paused, failed or cancelled can run once more");
        }
        JobKind kind = kinds.get(job.kind());
        Optional<String> refusal = kind == null ? Optional.of("this server has no such jobs") : kind.refusal(job);
        if (refusal.isPresent()) {
            throw new JobFailure("this job cannot run once more", refusal.get());
        }
        if (running.containsKey(id)) {
            throw new JobFailure("this job is coming to its end in this moment", "try again");
        }
        if (!database.write(tx -> JobTable.queueAgain(tx, job, leases.now()))) {
            throw new JobFailure("this job goes on already", "look at the jobs");
        }
        Job queued =
                new Job(job.id(), user, job.kind(), job.argument(), new JobState.Queued(), job.createdAt(), null, null);
        watchers.tell(queued);
        queue(queued);
        return queued;
    }

    private boolean cancelWaiting(UserId user, JobId id) {
        Job waiting = find(user, id).orElse(null);
        if (waiting == null || waiting.state().isFinal()) {
            return false;
        }
        Job cancelled = waiting.ended(new JobState.Cancelled(), now());
        boolean isCancelled = database.write(tx -> {
            boolean was = JobTable.cancelWaiting(tx, cancelled, leases.seconds());
            if (was) {
                number(tx, cancelled);
            }
            return was;
        });
        if (!isCancelled) {
            return false;
        }
        tellEnd(cancelled);
        return true;
    }

    /** Tells {@code watcher} of every change of this user's jobs until it is closed; it must return at once. */
    public AutoCloseable watch(UserId user, Consumer<Job> watcher) {
        return watchers.add(user, watcher);
    }

    /** {@code told} hears of every job that has ended, with how; it must return at once. */
    public void whenEnded(Consumer<Job> told) {
        ends.add(told);
    }

    @Override
    public void close() {
        closing = true;
        running.values().forEach(progress -> progress.stop(JobStopped.Cause.CLOSING));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSE_MAX.toSeconds(), TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "a job did not stop within {0}; it runs again at the next start", CLOSE_MAX);
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        leases.close();
    }

    private void queue(Job job) {
        leases.hold(job.id());
        try {
            threads.execute(() -> work(job));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.INFO, "the server is closing; job {0} runs at the next start", job.id());
        }
    }

    private void work(Job queued) {
        if (closing) {
            return;
        }
        Job job = queued.started(new JobState.Running(0, null, null, ""), now());
        Progress progress = progress(job);
        running.put(job.id(), progress);
        try {
            int attempts = database.write(tx -> JobTable.begin(tx, job, leases.now()));
            if (attempts > ATTEMPTS_MAX) {
                end(
                        job,
                        new JobState.Failed(
                                "the server stopped " + ATTEMPTS_MAX + " times while this ran",
                                "look into the server's log, then start it again"));
            } else if (attempts > 0) {
                watchers.tell(job);
                end(job, result(job, progress));
            }
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "the end of job " + job.id() + " could not be stored; it runs again at the next start",
                    e);
        } finally {
            release(job.id(), progress);
        }
    }

    /** Before anybody hears of the end, for then the job may run once more, on another thread. */
    private void release(JobId id, Progress progress) {
        if (running.get(id) == progress) {
            leases.letGo(id);
            running.remove(id, progress);
        }
    }

    private JobState result(Job job, Progress progress) {
        JobKind kind = kinds.get(job.kind());
        if (kind == null) {
            return new JobState.Failed(
                    "this server has no jobs of the kind " + job.kind(), "start it again with a version that has");
        }
        try {
            progress.check();
            return new JobState.Done(kind.run(job, progress));
        } catch (JobStopped stopped) {
            return switch (stopped.why()) {
                case CANCELLED -> new JobState.Cancelled();
                case PAUSED -> new JobState.Paused();
                case CLOSING -> new JobState.Interrupted();
                case BUDGET ->
                    new JobState.Failed(
                            "its budget is used up: " + stopped.getMessage(),
                            "start it again to go on; what is done is kept");
            };
        } catch (JobFailure failure) {
            return new JobState.Failed(failure.reason(), failure.whatToDo());
        } catch (InterruptedException e) {
            return new JobState.Interrupted();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "job " + job.id() + " (" + job.kind() + ") failed", e);
            return new JobState.Failed(
                    String.valueOf(e.getMessage()), "look into the server's log; starting it again does no harm");
        }
    }

    private void end(Job job, JobState state) {
        Job ended = job.ended(state, state.isFinal() ? now() : null);
        database.write(tx -> {
            boolean isOurs = JobTable.store(tx, ended, leases.now().owner());
            if (isOurs && state.isFinal()) {
                number(tx, ended);
            }
            return isOurs;
        });
        Progress progress = running.get(job.id());
        if (progress != null) {
            release(job.id(), progress);
        }
        tellEnd(ended);
    }

    private void number(Tx tx, Job ended) throws SQLException {
        JobKind kind = kinds.get(ended.kind());
        EndedTable.number(tx, ended, kind == null ? null : kind.ending(tx, ended));
    }

    private void tellEnd(Job job) {
        JobKind kind = kinds.get(job.kind());
        if (kind != null && job.state().isFinal()) {
            kind.ended(job);
        }
        watchers.tell(job);
        if (job.state().isFinal()) {
            ends.forEach(told -> told.accept(job));
        }
    }

    private Progress progress(Job job) {
        JobKind kind = kinds.get(job.kind());
        Budget budget = kind == null ? new Budget(1, Duration.ofMinutes(1)) : kind.budget();
        Stored stored = new Stored(clock.instant().plus(STORED_EVERY));
        return new Progress(budget, clock, state -> {
            Job now = job.with(state);
            watchers.tell(now);
            if (stored.isDue(clock.instant())) {
                database.write(tx -> {
                    JobTable.store(tx, now, leases.now().owner());
                    return true;
                });
            }
        });
    }

    private Job live(Job job) {
        Progress progress = job.state() instanceof JobState.Running ? running.get(job.id()) : null;
        return progress == null ? job : job.with(progress.state());
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    /** When a job's progress is stored next; used by the job's own thread alone. */
    private static final class Stored {
        private java.time.Instant next;

        Stored(java.time.Instant next) {
            this.next = next;
        }

        boolean isDue(java.time.Instant now) {
            if (now.isBefore(next)) {
                return false;
            }
            next = now.plus(STORED_EVERY);
            return true;
        }
    }
}
