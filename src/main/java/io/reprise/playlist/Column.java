package io.reprise.playlist;

/**
 * A number for each canonical item, creator or container: an amount, 1 and 0 for true and false, or epoch seconds
 * (UTC).
 */
@FunctionalInterface
interface Column {
    double MISSING = Double.NaN;

    /** {@link #MISSING} where there is none. */
    double of(int number);
}
