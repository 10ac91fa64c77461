package io.reprise.adapters.generic;

import io.reprise.imports.ColumnMapping;
import io.reprise.imports.CsvRow;
import io.reprise.imports.JsonRow;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A payload that holds its mapping on the first line and the row, as it stood, after it, so that the row reads the same
 * whatever is guessed later.
 */
record MappedFormat(int code, String word, Reading reading) implements Format {
    static final Format CSV = new MappedFormat(110, "generic.csv", MappedFormat::ofCsv);
    static final Format JSON = new MappedFormat(111, "generic.json", MappedFormat::ofJson);

    /** Opens a row's bytes for reading by column. */
    @FunctionalInterface
    interface Reading {
        MappedRow.Columns columns(byte[] row) throws Unreadable;
    }

    static byte[] payload(String mappingLine, byte[] row) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.writeBytes(mappingLine.getBytes(StandardCharsets.UTF_8));
        payload.write('\n');
        payload.writeBytes(row);
        return payload.toByteArray();
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        int lineEnd = 0;
        while (lineEnd < payload.length && payload[lineEnd] != '\n') {
            lineEnd++;
        }
        String line = new String(payload, 0, lineEnd, StandardCharsets.UTF_8);
        byte[] row = Arrays.copyOfRange(payload, Math.min(lineEnd + 1, payload.length), payload.length);
        try {
            return new MappedRow(ColumnMapping.ofLine(line), reading.columns(row)).told();
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static MappedRow.Columns ofCsv(byte[] row) throws Unreadable {
        CsvRow fields = CsvRow.of(row, ',');
        return column -> {
            String text = fields.text(column.toLowerCase(Locale.ROOT));
            return text == null ? List.of() : List.of(text);
        };
    }

    private static MappedRow.Columns ofJson(byte[] row) throws Unreadable {
        return JsonRow.of(row)::texts;
    }
}
