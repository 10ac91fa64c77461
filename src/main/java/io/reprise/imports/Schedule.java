package io.reprise.imports;

import io.reprise.job.JobFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/**
 * Starts the pull of each connection when it is due. One thread sleeps until the soonest due time, or until a
 * connection changes; where nobody has a connection that is on, it sleeps for ever. Nothing polls. Thread-safe.
 */
public final class Schedule implements AutoCloseable {
    private static final Logger LOG = System.getLogger("reprise.imports");
    private static final int DUE_AT_A_TIME_MAX = 100;
    private static final Duration AFTER_FAULT = Duration.ofMinutes(1);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(10);

    private final Pulls pulls;
    private final InstantSource clock;
    private final Thread thread;
    private boolean woken;
    private boolean closing;

    public Schedule(Pulls pulls, InstantSource clock) {
        this.pulls = pulls;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("schedule").daemon(true).unstarted(this::loop);
    }

    /** Begins to follow the connections. */
    public Schedule start() {
        pulls.connections().watch(this::wake);
        thread.start();
        return this;
    }

    private synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** Starts all that is due now and answers when (epoch seconds) the next will be; empty where none will. */
    OptionalLong runDue() {
        long now = clock.instant().getEpochSecond();
        for (int round = 0; round < DUE_AT_A_TIME_MAX; round++) {
            List<Connection> next = pulls.connections().nextDue(DUE_AT_A_TIME_MAX);
            for (Connection connection : next) {
                Long due = connection.standing().nextDueAt();
                if (due != null && due > now) {
                    return OptionalLong.of(due);
                }
                begin(connection);
            }
            if (next.isEmpty()) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(now);
    }

    private void begin(Connection due) {
        if (!pulls.connections().claim(due)) {
            return;
        }
        try {
            pulls.start(due);
        } catch (JobFailure failure) {
            pulls.connections().postpone(due.user(), due.number(), failure.reason() + ". " + failure.whatToDo());
        }
    }

    private void loop() {
        try {
            while (!isClosing()) {
                sleepUntil(next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private OptionalLong next() {
        try {
            return runDue();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the schedule of connections could not be read; tried again in " + AFTER_FAULT, e);
            return OptionalLong.of(clock.instant().plus(AFTER_FAULT).getEpochSecond());
        }
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    private synchronized void sleepUntil(OptionalLong second) throws InterruptedException {
        long millis = second.isEmpty()
                ? 0
                : Math.max(1, second.getAsLong() * 1000 - clock.instant().toEpochMilli());
        if (!woken && !closing) {
            wait(millis);
        }
        woken = false;
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            if (thread.isAlive() && !thread.join(CLOSE_MAX)) {
                LOG.log(Level.WARNING, "the schedule of connections did not stop within {0}", CLOSE_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
