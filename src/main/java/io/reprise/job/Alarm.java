package io.reprise.job;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;

/**
 * One thread that runs a round, then sleeps until the second which that round named, or until it is woken; where
 * nothing is due it sleeps for ever. Nothing polls. A round that throws is run again a minute later. Thread-safe.
 */
public final class Alarm implements AutoCloseable {
    /** Does all that is due now and answers when (epoch seconds) the next will be; empty where nothing will. */
    @FunctionalInterface
    public interface Round {
        OptionalLong run();
    }

    private static final Logger LOG = System.getLogger("reprise.job");
    private static final Duration AFTER_FAULT = Duration.ofMinutes(1);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Round round;
    private final Thread thread;
    private boolean woken;
    private boolean closing;

    /** {@code name} names the thread, which begins with {@link #start()}. */
    public Alarm(String name, InstantSource clock, Round round) {
        this.clock = clock;
        this.round = round;
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::loop);
    }

    /** Runs the first round at once. */
    public void start() {
        thread.start();
    }

    /** Has a round run now; one that is under way is followed by another. Returns at once. */
    public synchronized void wake() {
        woken = true;
        notifyAll();
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
            return round.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, thread.getName() + " failed; it is tried again in " + AFTER_FAULT, e);
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

    /** Waits for the end of a round that is under way, for a few seconds at most. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            if (thread.isAlive() && !thread.join(CLOSE_MAX)) {
                LOG.log(Level.WARNING, "{0} did not stop within {1}", thread.getName(), CLOSE_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
