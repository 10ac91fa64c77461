package io.reprise.imports;

import io.reprise.scrobble.Unreadable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of a CSV file together with the file's header, read by the names of the columns (in any case). As a
 * payload it is the header, a line feed and the record, all as they stood in the file. Immutable.
 */
public final class CsvRow {
    private final Map<String, String> fields;

    private CsvRow(Map<String, String> fields) {
        this.fields = fields;
    }

    /** The payload of a record under this header. */
    public static byte[] payload(byte[] header, byte[] record) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream(header.length + 1 + record.length);
        payload.writeBytes(header);
        payload.write('\n');
        payload.writeBytes(record);
        return payload.toByteArray();
    }

    /** The same payload, separated by commas, with one more column; for what a file tells elsewhere of this row. */
    public static byte[] payloadWith(byte[] payload, String column, String value) {
        String text = FileText.of(payload);
        int lineEnd = text.indexOf('\n');
        List<String> names =
                new ArrayList<>(Csv.fields(text.substring(0, lineEnd).strip(), ','));
        List<String> values = new ArrayList<>(Csv.fields(text.substring(lineEnd + 1), ','));
        while (values.size() < names.size()) {
            values.add("");
        }
        // A row with more fields than the header stays as wrong as it is.
        names.add(column);
        values.add(names.size() - 1, value);
        return (Csv.line(names) + '\n' + Csv.line(values)).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads such a payload. */
    public static CsvRow of(byte[] payload, char separator) throws Unreadable {
        String text = FileText.of(payload);
        int lineEnd = text.indexOf('\n');
        if (lineEnd < 0) {
            throw new Unreadable("expected a header line and a row, got one line");
        }
        List<String> names = Csv.fields(text.substring(0, lineEnd).strip(), separator);
        List<String> values = Csv.fields(text.substring(lineEnd + 1), separator);
        if (values.size() > names.size()) {
            throw new Unreadable("expected " + names.size() + " columns as in the header, got " + values.size());
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            fields.putIfAbsent(names.get(i).strip().toLowerCase(Locale.ROOT), values.get(i));
        }
        return new CsvRow(fields);
    }

    /** The text of the first of these columns that has one; files of different years name a column differently. */
    public @Nullable String textOf(String... columns) throws Unreadable {
        for (String column : columns) {
            String text = text(column);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The text of a column; null where the column or its text is missing. */
    public @Nullable String text(String column) throws Unreadable {
        return CleanText.orNull(column, fields.get(column));
    }

    /** The text of a column that has to be there. */
    public String needText(String column) throws Unreadable {
        String text = text(column);
        if (text == null) {
            throw new Unreadable(column + ": expected text, got nothing");
        }
        return text;
    }

    /** A whole number; null where it is not told. */
    public @Nullable Long whole(String column) throws Unreadable {
        String text = text(column);
        try {
            return text == null ? null : Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new Unreadable(column + ": expected a whole number, got \"" + Shown.of(text) + "\"", e);
        }
    }

    /** A number that may have a fraction; null where it is not told. */
    public @Nullable Double number(String column) throws Unreadable {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            double number = Double.parseDouble(text.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Unreadable(column + ": expected a number, got \"" + Shown.of(text) + "\"", e);
        }
        throw new Unreadable(column + ": expected a number, got \"" + Shown.of(text) + "\"");
    }
}
