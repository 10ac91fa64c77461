package io.reprise.resolve;

import io.reprise.http.OutsideFailure;
import java.util.Locale;

/** The questions of one backfill to which an authority gave no answer; used by the job's own thread alone. */
final class Unanswered {
    /** After so many nobody is asked on; the next job goes on. */
    private static final int FAILURES_MAX = 5;

    private int failures;
    private String last = "";

    void add(OutsideFailure failure) {
        failures++;
        last = String.valueOf(failure.getMessage());
    }

    boolean isTooMany() {
        return failures >= FAILURES_MAX;
    }

    /** To be added to what a job says; empty where all were answered. */
    String words(String asked) {
        return failures == 0
                ? ""
                : String.format(Locale.ROOT, "; %,d questions for %s had no answer (%s)", failures, asked, last);
    }
}
