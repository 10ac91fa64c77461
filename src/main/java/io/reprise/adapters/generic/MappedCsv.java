package io.reprise.adapters.generic;

import io.reprise.imports.ColumnMapping;
import io.reprise.imports.ColumnMapping.Meaning;
import io.reprise.imports.CsvRow;
import io.reprise.imports.CsvSheet;
import io.reprise.imports.DateOrder;
import io.reprise.imports.DateOrders;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.Glance;
import io.reprise.imports.ImportFile;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Any comma, semicolon or tab separated file whose header names a title and a time: what its columns mean is guessed,
 * or given.
 */
public final class MappedCsv {
    static final Origin ORIGIN = new Origin("generic", "File of columns", "");
    static final Set<String> PERSONAL = Set.of(
            "ip",
            "ip_addr",
            "ip_address",
            "ip address",
            "user_agent",
            "user agent",
            "device_id",
            "device id",
            "email",
            "username",
            "user_name",
            "userid",
            "user_id");
    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final byte[] NOTHING = {};

    private MappedCsv() {}

    /** The format that guesses. */
    public static FileFormat guessing() {
        return format(Optional.empty());
    }

    /** The format that reads every file of columns through this mapping. */
    public static FileFormat given(ColumnMapping mapping) {
        return format(Optional.of(mapping));
    }

    /**
     * What is guessed of a file that begins so, the order of dates from the rows of the sample; empty where nothing.
     */
    public static Optional<ColumnMapping> guess(Sample sample) {
        return guess(sample, DateOrder.MONTH_FIRST);
    }

    private static Optional<ColumnMapping> guess(Sample sample, DateOrder order) {
        List<String> names = CsvSheet.names(first(sample), separator(sample));
        return names.size() < 2 ? Optional.empty() : ColumnMapping.guess(names, order);
    }

    private static FileFormat format(Optional<ColumnMapping> given) {
        return new FileShape(
                new FileShape.Named(
                        "generic.csv", "Any CSV whose columns name a title and a time (artist, track, date ...)"),
                ORIGIN,
                sample -> given.or(() -> guess(sample)).isPresent(),
                (file, rows) -> read(file, rows, given),
                List.of(MappedFormat.CSV),
                sample -> given.or(() -> guess(sample)));
    }

    private static void read(ImportFile file, Rows rows, Optional<ColumnMapping> given) {
        Sample sample = head(file);
        ColumnMapping guessed = given.or(() -> guess(sample)).orElse(null);
        if (guessed == null) {
            rows.refuse(
                    new Place(file.name(), Place.Unit.LINE, 1),
                    NOTHING,
                    "expected a header that names a title and a time, got " + first(sample));
            return;
        }
        CsvSheet sheet = sheet(sample, guessed);
        ColumnMapping mapping = given.isPresent() ? guessed : ordered(file, sheet, guessed);
        String line = mapping.line();
        sheet.each(
                file, rows, (place, payload) -> rows.row(place, MappedFormat.CSV, MappedFormat.payload(line, payload)));
    }

    private static CsvSheet sheet(Sample sample, ColumnMapping mapping) {
        char separator = separator(sample);
        Set<String> needed = mapping.columns().values().stream()
                .map(column -> column.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> kept = CsvSheet.names(first(sample), separator).stream()
                .filter(name -> !PERSONAL.contains(name))
                .collect(Collectors.toSet());
        return new CsvSheet(separator, needed, kept);
    }

    /** The same mapping with the order of dates that the whole file shows. */
    private static ColumnMapping ordered(ImportFile file, CsvSheet sheet, ColumnMapping mapping) {
        DateOrders orders = new DateOrders();
        List<String> columns = List.of(Meaning.STARTED, Meaning.ENDED, Meaning.WHEN).stream()
                .flatMap(meaning -> mapping.column(meaning).stream())
                .map(column -> column.toLowerCase(Locale.ROOT))
                .toList();
        sheet.each(file, new Glance(), (place, payload) -> look(payload, columns, orders));
        return new ColumnMapping(mapping.columns(), mapping.kind(), orders.order());
    }

    private static void look(byte[] payload, List<String> columns, DateOrders orders) {
        try {
            String date = CsvRow.of(payload, ',').textOf(columns.toArray(String[]::new));
            orders.see(date == null ? "" : date);
        } catch (Unreadable e) {
            // The reading itself refuses the row.
            return;
        }
    }

    private static Sample head(ImportFile file) {
        try (InputStream in = file.open()) {
            return Sample.of(file.name(), in.readNBytes(Sample.BYTES_MAX));
        } catch (IOException e) {
            // The slicer opens it again and says what is wrong.
            return new Sample(file.name(), "");
        }
    }

    private static String first(Sample sample) {
        return sample.text().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    private static char separator(Sample sample) {
        char best = SEPARATORS[0];
        for (char separator : SEPARATORS) {
            if (CsvSheet.names(first(sample), separator).size()
                    > CsvSheet.names(first(sample), best).size()) {
                best = separator;
            }
        }
        return best;
    }
}
