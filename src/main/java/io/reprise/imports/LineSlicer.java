package io.reprise.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into its lines, each the exact bytes between two line ends. Blank lines are passed over; a line is at
 * most {@link #LINE_BYTES_MAX} long, a longer one is refused and passed over.
 */
public final class LineSlicer {
    public static final int LINE_BYTES_MAX = 1024 * 1024;

    /** Takes what a file is cut into. */
    @FunctionalInterface
    public interface Each {
        void take(Place place, byte[] line);
    }

    private LineSlicer() {}

    /** Hands every line to {@code each}, and refuses to {@code rows} what is broken. */
    public static void each(ImportFile file, Rows rows, Each each) {
        try (InputStream in = file.open()) {
            run(file.name(), new Window(in, LINE_BYTES_MAX), rows, each);
        } catch (IOException e) {
            rows.refuse(Place.line(file.name(), 1), new byte[0], "the file could not be read: " + e.getMessage());
        }
    }

    static void each(InputStream in, int bufferBytes, Rows rows, Each each) {
        run("file", new Window(in, LINE_BYTES_MAX, bufferBytes), rows, each);
    }

    private static void run(String file, Window window, Rows rows, Each each) {
        for (long number = 1; window.peek() != Window.END; number++) {
            window.capture();
            window.passLine();
            boolean large = window.isTooLarge();
            byte[] line = stripped(window.captured());
            Place place = Place.line(file, number);
            if (window.peek() == Window.END && window.fault() != null) {
                rows.refuse(place, line, "the file is cut off inside this line: " + window.fault());
            } else if (large) {
                rows.refuse(place, line, "a line is at most " + LINE_BYTES_MAX + " bytes long; this one is longer");
            } else if (line.length > 0) {
                each.take(place, line);
            }
            window.passLineEnd();
        }
    }

    private static byte[] stripped(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\r' || bytes[length - 1] == ' ' || bytes[length - 1] == '\t')) {
            length--;
        }
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
