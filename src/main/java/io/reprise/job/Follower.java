package io.reprise.job;

import io.reprise.account.UserId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thread that runs a bounded step for each user whose {@link Bell} rang, in the order of the rings. A first ring is
 * followed at once; while it goes on ringing, everybody has a turn once in {@link #TURN_EVERY}, so that what comes
 * together is read together. A step that throws is tried again a few times, later each time, then waits for the next
 * ring. {@link #close()} first finishes what was rung. Thread-safe.
 */
public final class Follower implements AutoCloseable {
    /** One bounded piece of work for one user; answers whether more of it waits, and is then called again in turn. */
    @FunctionalInterface
    public interface Step {
        boolean run(UserId user);
    }

    private static final Logger LOG = System.getLogger("reprise.job");
    private static final List<Duration> RETRY_DELAYS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));
    private static final Duration CLOSE_MAX = Duration.ofSeconds(60);
    /** Half of what a person notices; without it each scrobble of a busy time costs a commit of its own. */
    static final Duration TURN_EVERY = Duration.ofMillis(50);

    private final Bell bell;
    private final Step step;
    private final List<Duration> retryDelays;
    private final LinkedHashSet<UserId> rung = new LinkedHashSet<>();
    private final Map<UserId, Failure> failed = new HashMap<>();
    private final Thread thread;
    private @Nullable UserId current;
    private long turnBeganNanos = System.nanoTime() - TURN_EVERY.toNanos();
    private int leftInTurn;
    private boolean closing;

    private record Failure(int times, long dueNanos) {}

    /** Starts following at once; {@code name} names the thread. */
    public Follower(String name, Bell bell, Step step) {
        this(name, bell, step, RETRY_DELAYS);
    }

    @SuppressWarnings("ThisEscapedInObjectConstruction")
    Follower(String name, Bell bell, Step step, List<Duration> retryDelays) {
        this.bell = bell;
        this.step = step;
        this.retryDelays = List.copyOf(retryDelays);
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::loop);
        bell.hang(this);
        thread.start();
    }

    /** As {@link Bell#ring} for this follower alone, as is needed once at the start of the program. */
    public synchronized void wake(UserId user) {
        failed.remove(user);
        if (rung.add(user)) {
            notifyAll();
        }
    }

    /** Waits until everything rung so far is done (or has failed), at most this long; answers whether it is. */
    public synchronized boolean settle(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (current != null || !rung.isEmpty()) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || !thread.isAlive()) {
                return false;
            }
            waitNanos(left);
        }
        return true;
    }

    @Override
    public void close() {
        bell.takeDown(this);
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            if (!thread.join(CLOSE_MAX)) {
                LOG.log(
                        Level.WARNING,
                        "{0} did not finish within {1}; it catches up at the next start",
                        thread.getName(),
                        CLOSE_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        try {
            for (UserId user = next(); user != null; user = next()) {
                follow(user);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable UserId next() throws InterruptedException {
        current = null;
        notifyAll();
        while (rung.isEmpty() && !closing) {
            wakeDue();
        }
        if (rung.isEmpty()) {
            return null;
        }
        if (leftInTurn == 0) {
            awaitTurn();
            leftInTurn = rung.size();
        }
        leftInTurn--;
        UserId user = rung.removeFirst();
        current = user;
        return user;
    }

    private void awaitTurn() throws InterruptedException {
        long due = turnBeganNanos + TURN_EVERY.toNanos();
        for (long left = due - System.nanoTime(); left > 0 && !closing; left = due - System.nanoTime()) {
            waitNanos(left);
        }
        turnBeganNanos = System.nanoTime();
    }

    /** Rings for the failed steps whose time has come, else waits for a ring or for the next of them. */
    private void wakeDue() throws InterruptedException {
        if (failed.isEmpty()) {
            wait();
            return;
        }
        long now = System.nanoTime();
        long soonest = Long.MAX_VALUE;
        for (Map.Entry<UserId, Failure> entry : failed.entrySet()) {
            long left = entry.getValue().dueNanos() - now;
            soonest = Math.min(soonest, left);
            if (left <= 0) {
                rung.add(entry.getKey());
            }
        }
        if (soonest > 0) {
            waitNanos(soonest);
        }
    }

    private void follow(UserId user) {
        try {
            boolean more = step.run(user);
            synchronized (this) {
                failed.remove(user);
                if (more) {
                    rung.add(user);
                    turnBeganNanos -= TURN_EVERY.toNanos();
                }
            }
        } catch (RuntimeException | Error failure) {
            postpone(user, failure);
        }
    }

    private synchronized void postpone(UserId user, Throwable failure) {
        Failure before = failed.remove(user);
        int times = before == null ? 0 : before.times();
        if (times >= retryDelays.size() || closing) {
            LOG.log(
                    Level.ERROR,
                    thread.getName() + " failed for user " + user + "; it waits for the next ring",
                    failure);
            return;
        }
        Duration delay = retryDelays.get(times);
        LOG.log(
                Level.WARNING,
                thread.getName() + " failed for user " + user + "; it is tried again in " + delay,
                failure);
        failed.put(user, new Failure(times + 1, System.nanoTime() + delay.toNanos()));
    }

    private void waitNanos(long nanos) throws InterruptedException {
        wait(Math.max(1, Duration.ofNanos(nanos).toMillis()));
    }
}
