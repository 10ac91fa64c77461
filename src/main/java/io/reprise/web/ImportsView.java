package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The imports page in words: what can be read, what is at work, what was brought in, and from where more comes by
 * itself.
 */
record ImportsView(
        List<String> understood,
        List<Party> parties,
        Now now,
        Drop drop,
        @Nullable String wrong,
        @Nullable String connectionWrong) {
    /** The drop folder; {@code wrong} says what is in the way. */
    record Drop(boolean on, String folder, @Nullable String wrong) {}

    /** What changes while an import runs. */
    record Now(List<JobRow> jobs, List<LookRow> looks, List<ConnectionRow> connections, List<RunRow> runs) {}

    /** A file that was looked at and waits for its import. */
    record LookRow(String job, String name, String counts) {}

    /** An outside party that can be connected to. */
    record Party(String word, String title) {}

    /** A connection; {@code bad} says that its last result is an error. */
    record ConnectionRow(int number, String title, String state, String last, String next, boolean bad, boolean on) {}

    /** A job that waits or runs; {@code percent} is null where its length is unknown. */
    record JobRow(String id, String title, @Nullable String percent, String note) {}

    record RunRow(int number, String source, String state, String when, String counts, boolean bad) {}
}
