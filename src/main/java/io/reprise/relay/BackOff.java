package io.reprise.relay;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a row waits after it was not taken, and when it is given up. */
final class BackOff {
    /** A row that was not taken so often goes alone, so that it holds up nothing else. */
    static final int ALONE_ATTEMPTS = 3;

    static final int ATTEMPTS_MAX = 60;
    static final Duration AGE_MAX = Duration.ofDays(14);
    private static final Duration FIRST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofHours(4);
    private static final int DOUBLINGS_MAX = 10;
    private static final int JITTER_PART = 4;

    private BackOff() {}

    /** Doubling from a minute to four hours, and up to a quarter more, so that many do not come back together. */
    static Duration after(int attempts) {
        Duration doubled = FIRST.multipliedBy(1L << Math.clamp(attempts - 1, 0, DOUBLINGS_MAX));
        Duration wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait.plusSeconds(ThreadLocalRandom.current().nextLong(wait.toSeconds() / JITTER_PART + 1));
    }

    static boolean isOver(int attempts, long queuedAt, long now) {
        return attempts >= ATTEMPTS_MAX || now - queuedAt >= AGE_MAX.toSeconds();
    }
}
