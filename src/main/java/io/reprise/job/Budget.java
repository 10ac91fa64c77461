package io.reprise.job;

import java.time.Duration;

/** What bounds a job: how many units of its work it may do at most, and how long it may take. */
public record Budget(long unitsMax, Duration timeMax) {
    public Budget {
        if (unitsMax < 1 || !timeMax.isPositive()) {
            throw new IllegalArgumentException(
                    "a budget allows at least one unit and some time, not " + unitsMax + " and " + timeMax);
        }
    }
}
