package io.reprise.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells a command that runs until it is stopped that it is to end, and lets the process wait until it has. Thread-safe.
 */
public final class Stop {
    private static final long END_SECONDS_MAX = 60;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    public void ask() {
        asked.countDown();
    }

    /** From now on the signals that end a process ask to stop, and wait until all is closed. */
    void heedSignals() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ask();
            awaitEnd();
        }));
    }

    void awaitAsked() {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits this long for it; answers whether it was asked for. */
    boolean isAskedWithin(Duration atMost) {
        try {
            return asked.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void end() {
        ended.countDown();
    }

    private void awaitEnd() {
        try {
            if (!ended.await(END_SECONDS_MAX, TimeUnit.SECONDS)) {
                System.err.println("Stopped without a clean end: closing took longer than " + END_SECONDS_MAX + " s.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
