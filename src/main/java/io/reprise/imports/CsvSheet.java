package io.reprise.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of comma separated values with a header: the first row, among the first {@link #PREAMBLE_ROWS_MAX}, that holds
 * every needed column (in any case). What stands before it is passed over. Where {@code kept} names columns, all others
 * are taken out of what is stored. Column names are in lower case.
 */
public record CsvSheet(char separator, Set<String> needed, Set<String> kept) {
    public static final int PREAMBLE_ROWS_MAX = 30;
    private static final byte[] NOTHING = {};

    /**
     * Takes the header and one row, as {@link CsvRow} reads them, always separated by commas where columns are kept.
     */
    @FunctionalInterface
    public interface Each {
        void take(Place place, byte[] payload);
    }

    public CsvSheet {
        needed = Set.copyOf(needed);
        kept = Set.copyOf(kept);
    }

    /** A sheet separated by commas that is stored whole. */
    public static CsvSheet with(String... needed) {
        return new CsvSheet(',', Set.of(needed), Set.of());
    }

    /** The same, of which only these columns are stored. */
    public CsvSheet keeping(Set<String> columns) {
        return new CsvSheet(separator, needed, columns);
    }

    /** Whether a file beginning like this has such a header. */
    public boolean isIn(Sample sample) {
        return sample.text().lines().limit(PREAMBLE_ROWS_MAX).anyMatch(this::isHeader);
    }

    private boolean isHeader(String line) {
        return Set.copyOf(names(line, separator)).containsAll(needed);
    }

    /** The columns of a header line, in lower case. */
    public static List<String> names(String line, char separator) {
        return Csv.fields(line, separator).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Hands every row under the header to {@code each}, and refuses to {@code rows} what is broken. */
    public void each(ImportFile file, Rows rows, Each each) {
        Cutting cutting = new Cutting(rows, each);
        CsvSlicer.each(file, separator, rows, cutting::take);
        if (cutting.header == null) {
            rows.refuse(
                    Place.line(file.name(), 1),
                    NOTHING,
                    "expected a header with the columns "
                            + String.join(", ", needed.stream().sorted().toList()) + " within the first "
                            + PREAMBLE_ROWS_MAX + " rows, got none");
        }
    }

    private final class Cutting {
        private final Rows rows;
        private final Each each;
        private byte @Nullable [] header;
        private List<String> names = List.of();
        private int passed;

        Cutting(Rows rows, Each each) {
            this.rows = rows;
            this.each = each;
        }

        private void take(Place place, byte[] record) {
            byte[] under = header;
            if (under != null) {
                row(place, under, record);
            } else if (passed < PREAMBLE_ROWS_MAX) {
                passed++;
                String line = FileText.of(record);
                if (isHeader(line)) {
                    names = names(line, separator);
                    header = kept.isEmpty() ? record : part(line);
                }
            }
        }

        private void row(Place place, byte[] under, byte[] record) {
            if (kept.isEmpty()) {
                each.take(place, CsvRow.payload(under, record));
                return;
            }
            String line = FileText.of(record);
            int count = Csv.fields(line, separator).size();
            if (count > names.size()) {
                // Which of its fields are personal cannot be told, so the row is not kept either.
                rows.refuse(place, NOTHING, "expected " + names.size() + " columns as in the header, got " + count);
            } else {
                each.take(place, CsvRow.payload(under, part(line)));
            }
        }

        private byte[] part(String line) {
            List<String> fields = Csv.fields(line, separator);
            List<String> some = new ArrayList<>();
            IntStream.range(0, names.size())
                    .filter(i -> kept.contains(names.get(i)))
                    .forEach(i -> some.add(i < fields.size() ? fields.get(i) : ""));
            return Csv.line(some).getBytes(StandardCharsets.UTF_8);
        }
    }
}
