package io.reprise.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of comma separated values into its records, each the exact bytes between two line ends that are not
 * quoted. A quote that is never closed costs its own row only: the lines after it are read anew. A record is at most
 * {@link #RECORD_BYTES_MAX} long; a longer one is refused and passed over.
 */
public final class CsvSlicer {
    public static final int RECORD_BYTES_MAX = 1024 * 1024;
    /** Each one costs reading up to a record's limit again, so a hostile file must not have many. */
    private static final int UNCLOSED_QUOTES_MAX = 100;

    /** Takes what a file is cut into. */
    @FunctionalInterface
    public interface Each {
        void take(Place place, byte[] record);
    }

    private enum End {
        WHOLE,
        UNCLOSED,
        TOO_LARGE,
        CUT
    }

    private final String file;
    private final char separator;
    private final Window window;
    private final Rows rows;
    private final Each each;
    private long lines;
    private int unclosed;

    private CsvSlicer(String file, char separator, Window window, Rows rows, Each each) {
        this.file = file;
        this.separator = separator;
        this.window = window;
        this.rows = rows;
        this.each = each;
    }

    /**
     * Hands every record, the header too and blank lines not, to {@code each}, and refuses to {@code rows} what is
     * broken.
     */
    public static void each(ImportFile file, char separator, Rows rows, Each each) {
        try (InputStream in = file.open()) {
            new CsvSlicer(file.name(), separator, new Window(in, 2 * RECORD_BYTES_MAX), rows, each).run();
        } catch (IOException e) {
            rows.refuse(Place.line(file.name(), 1), new byte[0], "the file could not be read: " + e.getMessage());
        }
    }

    static void each(InputStream in, int bufferBytes, Rows rows, Each each) {
        new CsvSlicer("file", ',', new Window(in, 2 * RECORD_BYTES_MAX, bufferBytes), rows, each).run();
    }

    private void run() {
        boolean goesOn = true;
        while (goesOn && window.peek() != Window.END) {
            Place place = Place.line(file, lines + 1);
            window.capture();
            End end = record();
            goesOn = take(place, end, window.captured());
        }
        String fault = window.fault();
        if (fault != null) {
            rows.refuse(Place.line(file, lines + 1), new byte[0], "the file ends before its time: " + fault);
        }
    }

    private boolean take(Place place, End end, byte[] bytes) {
        switch (end) {
            case WHOLE -> {
                byte[] record = withoutLineEnd(bytes);
                if (record.length > 0) {
                    each.take(place, record);
                }
            }
            case CUT -> rows.refuse(place, bytes, "the file is cut off inside this row");
            case TOO_LARGE ->
                rows.refuse(
                        place,
                        Arrays.copyOf(bytes, Math.min(bytes.length, 1024)),
                        "a row is at most " + RECORD_BYTES_MAX + " bytes long; this one is longer");
            case UNCLOSED -> {
                return readAnew(place, bytes);
            }
        }
        return true;
    }

    private boolean readAnew(Place place, byte[] bytes) {
        int lineEnd = 0;
        while (lineEnd < bytes.length && bytes[lineEnd] != '\n') {
            lineEnd++;
        }
        rows.refuse(
                place, Arrays.copyOf(bytes, Math.min(lineEnd, 4096)), "a quote that opens in this row is not closed");
        if (++unclosed > UNCLOSED_QUOTES_MAX) {
            rows.refuse(
                    place,
                    new byte[0],
                    "more than " + UNCLOSED_QUOTES_MAX + " rows have unclosed quotes; the rest is not read");
            return false;
        }
        lines = place.number();
        window.putBack(Arrays.copyOfRange(bytes, Math.min(lineEnd + 1, bytes.length), bytes.length));
        return true;
    }

    /** Takes bytes up to and with the line end that ends the record. */
    private End record() {
        boolean fieldStarts = true;
        boolean large = false;
        while (true) {
            int c = window.next();
            if (c == Window.END) {
                return window.fault() != null ? End.CUT : large ? End.TOO_LARGE : End.WHOLE;
            }
            if (c == '\n') {
                lines++;
                return large ? End.TOO_LARGE : End.WHOLE;
            }
            if (fieldStarts && (c == '"' || (c == '=' && window.peek() == '"' && window.next() == '"')) && !quoted()) {
                return End.UNCLOSED;
            }
            fieldStarts = c == separator;
            large = large || window.capturedBytes() > RECORD_BYTES_MAX || window.isTooLarge();
        }
    }

    /** Takes the rest of a quoted stretch; false where it does not end within the limit. */
    private boolean quoted() {
        while (true) {
            int c = window.next();
            if (c == Window.END || window.capturedBytes() > RECORD_BYTES_MAX) {
                return false;
            }
            if (c == '\n') {
                lines++;
            } else if (c == '"') {
                if (window.peek() != '"') {
                    return true;
                }
                window.next();
            }
        }
    }

    private static byte[] withoutLineEnd(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
            length--;
        }
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
