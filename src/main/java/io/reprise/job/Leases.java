package io.reprise.job;

import io.reprise.store.Database;
import io.reprise.store.Dialect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs are this node's. Each unfinished job is leased to one node; who holds it renews the lease, and where that
 * ends, because the node is gone, another takes the job over. A SQLite file has one server, which takes what it finds.
 * Sleeps until the next lease is due, never less than {@link #LOOKED_EVERY}. Thread-safe.
 */
final class Leases implements AutoCloseable {
    static final Duration LEASE = Duration.ofMinutes(5);
    /** How often the store is asked at most. */
    static final Duration LOOKED_EVERY = Duration.ofMinutes(1);

    private static final int TAKEN_JOBS_MAX = 10_000;
    private static final Logger LOG = System.getLogger("reprise.job");

    private final Database database;
    private final InstantSource clock;
    private final Consumer<Job> taken;
    private final Consumer<JobId> lost;
    private final String owner = UUID.randomUUID().toString();
    private final Set<JobId> held = ConcurrentHashMap.newKeySet();
    private @Nullable Thread thread;
    private boolean closing;

    /** {@code taken} is told the jobs of a node that is gone; {@code lost} those that another took from this one. */
    Leases(Database database, InstantSource clock, Consumer<Job> taken, Consumer<JobId> lost) {
        this.database = database;
        this.clock = clock;
        this.taken = taken;
        this.lost = lost;
    }

    /** What stands in a job's row: who holds it, and until when (epoch seconds). */
    record Lease(String owner, long until) {}

    Lease now() {
        return new Lease(owner, seconds() + LEASE.toSeconds());
    }

    long seconds() {
        return clock.instant().getEpochSecond();
    }

    synchronized void hold(JobId job) {
        held.add(job);
        notifyAll();
    }

    void letGo(JobId job) {
        held.remove(job);
    }

    /** Takes what was left unfinished, and watches from now on. */
    synchronized void begin() {
        take(database.dialect() == Dialect.SQLITE);
        thread = Thread.ofPlatform().name("job-leases").daemon(true).start(this::watch);
    }

    /** Renews what is held here and takes what nobody holds any more. */
    void look() {
        if (!held.isEmpty()) {
            Set<JobId> before = Set.copyOf(held);
            Set<JobId> ours = database.write(tx -> JobTable.renew(tx, now()));
            before.stream().filter(job -> !ours.contains(job)).forEach(lost);
        }
        if (database.dialect() == Dialect.POSTGRESQL) {
            take(false);
        }
    }

    private void take(boolean all) {
        List<Job> jobs = database.write(tx -> JobTable.take(tx, now(), seconds(), all, TAKEN_JOBS_MAX));
        jobs.forEach(taken);
    }

    private void watch() {
        try {
            while (waited()) {
                try {
                    look();
                } catch (RuntimeException e) {
                    LOG.log(Level.WARNING, "leases of jobs could not be looked at; tried again in a while", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean waited() throws InterruptedException {
        Duration due = due();
        synchronized (this) {
            while (due == null && held.isEmpty() && !closing) {
                wait();
            }
            long deadline = System.nanoTime() + (due == null ? LOOKED_EVERY : due).toNanos();
            for (long left = 1; left > 0 && !closing; left = deadline - System.nanoTime()) {
                if (!held.isEmpty()) {
                    deadline = Math.min(deadline, System.nanoTime() + LOOKED_EVERY.toNanos());
                }
                wait(Math.max(1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
            }
            return !closing;
        }
    }

    /** How long to sleep; null until a job comes. */
    private @Nullable Duration due() {
        if (!held.isEmpty()) {
            return LOOKED_EVERY;
        }
        if (database.dialect() == Dialect.SQLITE) {
            return null;
        }
        OptionalLong next = database.read(tx -> JobTable.nextEnd(tx, owner));
        long seconds = next.isPresent() ? next.getAsLong() + 1 - seconds() : LEASE.toSeconds();
        return Duration.ofSeconds(Math.clamp(seconds, LOOKED_EVERY.toSeconds(), LEASE.toSeconds()));
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        database.write(tx -> JobTable.release(tx, owner));
    }
}
