package io.reprise.store;

/**
 * The head of a statement that looks many values up by an index: {@code with sought(value) as (values (?), ...)}.
 * Joined by {@code cross join}, which SQLite does in the order written, so each value is one look-up; of {@code in
 * (...)} its planner makes a scan of all that the user has (seen in the import's profile: 90 % of the time).
 */
public final class Sought {
    private Sought() {}

    /** For this many values, which come first among the parameters. */
    public static String of(int values) {
        return "with sought(value) as (values (?)" + ", (?)".repeat(values - 1) + ")";
    }
}
