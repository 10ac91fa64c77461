package io.reprise.http;

import java.time.Duration;

/**
 * The other party is busy, away or slow, and stayed so for as long as we may wait here; {@link #after} says when to
 * ask.
 */
public final class TryLater extends OutsideFailure {
    private static final long serialVersionUID = 1L;

    private final Duration after;

    public TryLater(String message, Duration after) {
        super(message);
        this.after = after;
    }

    TryLater(String message, Duration after, String answer) {
        super(message, answer);
        this.after = after;
    }

    public TryLater(String message, Duration after, Throwable cause) {
        super(message, cause);
        this.after = after;
    }

    /** How long to wait, at the least, from now on. */
    public Duration after() {
        return after;
    }
}
