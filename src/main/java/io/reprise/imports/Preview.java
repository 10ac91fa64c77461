package io.reprise.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an upload would bring if it were imported now: how many rows are new, known, refused and left out, how many of
 * the new ones another origin has told already, the span of the times told (epoch seconds), and examples. Nothing of it
 * is stored yet.
 */
public record Preview(
        String name,
        String format,
        Tally tally,
        long likelyDuplicates,
        @Nullable Long firstAt,
        @Nullable Long lastAt,
        List<Row> sample,
        List<Row> duplicates,
        List<Refusal> refusals,
        Map<String, Long> leftOut,
        Map<String, String> columns,
        List<String> remarks) {
    /** How many rows of each sort are shown. */
    public static final int EXAMPLES_MAX = 20;

    public Preview {
        sample = List.copyOf(sample);
        duplicates = List.copyOf(duplicates);
        refusals = List.copyOf(refusals);
        remarks = List.copyOf(remarks);
    }

    /** A row: where it stands, what it tells ({@code at} in epoch seconds), and what would become of it and why. */
    public record Row(
            String place, @Nullable Long at, String kind, String title, String credit, String fate, String because) {}
}
