package io.reprise.job;

/** Thrown through a job by {@link Progress} when it has to end before its time; only the worker catches it. */
final class JobStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why it has to end. */
    enum Cause {
        CANCELLED,
        PAUSED,
        CLOSING,
        BUDGET
    }

    private final Cause why;

    JobStopped(Cause why, String message) {
        super(message);
        this.why = why;
    }

    Cause why() {
        return why;
    }
}
