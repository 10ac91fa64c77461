package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The imports page in words: what can be read, what is at work, what was brought in. */
record ImportsView(
        List<String> understood, Now now, @Nullable String wrong) {
    /** What changes while an import runs. */
    record Now(List<JobRow> jobs, List<RunRow> runs) {}

    /** A job that waits or runs; {@code percent} is null where its length is unknown. */
    record JobRow(String id, String title, @Nullable String percent, String note) {}

    record RunRow(int number, String source, String state, String when, String counts, boolean bad) {}
}
