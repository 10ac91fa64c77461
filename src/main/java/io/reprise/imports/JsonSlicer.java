package io.reprise.imports;

import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the elements at a path out of a stream of JSON, each the exact bytes as they stand there. The path is written
 * {@code []} for "each element of the array" and {@code name} for a member: {@code scrobbles[]}, {@code [].track[]};
 * where an array is expected and a single object stands, that object is taken. Elements are found by their brackets and
 * quotes alone and not otherwise checked. An element is at most {@link #ELEMENT_BYTES_MAX} long; a longer one is
 * refused and passed over. Where the text is cut off, the whole elements before count and the cut is refused once, with
 * its place.
 */
public final class JsonSlicer {
    public static final int ELEMENT_BYTES_MAX = 1024 * 1024;
    private static final String EACH = "[]";
    private static final int ELEMENTS_BUFFER_BYTES = 64 * 1024;
    /** Garbage between elements is refused at most so often, then the rest is not read. */
    private static final int FAULTS_MAX = 10_000;

    /** Takes what a file is cut into. */
    @FunctionalInterface
    public interface Each {
        void take(Place place, byte[] element);
    }

    private final String file;
    private final List<String> steps;
    private final Window window;
    private final Rows rows;
    private final Each each;
    private boolean ended;
    private int faults;

    private JsonSlicer(String file, String path, Window window, Rows rows, Each each) {
        this.file = file;
        this.steps = steps(path);
        this.window = window;
        this.rows = rows;
        this.each = each;
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        for (String part : path.replace(EACH, "." + EACH + ".").split("\\.", -1)) {
            if (!part.isEmpty()) {
                steps.add(part);
            }
        }
        return steps;
    }

    /** Hands every element at the path to {@code each}, and refuses to {@code rows} what is broken. */
    public static void each(ImportFile file, String path, Rows rows, Each each) {
        try (InputStream in = file.open()) {
            new JsonSlicer(file.name(), path, new Window(in, ELEMENT_BYTES_MAX), rows, each).run();
        } catch (IOException e) {
            rows.refuse(Place.at(file.name(), 0), new byte[0], "the file could not be read: " + e.getMessage());
        }
    }

    /** Every element at the path of a small document; where it is broken it ends in an {@link Unreadable}. */
    public static List<byte[]> elements(byte[] json, String path) throws Unreadable {
        List<byte[]> elements = new ArrayList<>();
        Broken broken = new Broken(new ArrayList<>());
        each(
                new ByteArrayInputStream(json),
                ELEMENTS_BUFFER_BYTES,
                path,
                broken,
                (place, element) -> elements.add(element));
        if (!broken.reasons().isEmpty()) {
            throw new Unreadable("the JSON is broken: " + broken.reasons().getFirst());
        }
        return elements;
    }

    private record Broken(List<String> reasons) implements Rows {
        @Override
        public void row(Place place, Format format, byte[] payload) {
            throw new IllegalStateException("elements are taken, not rows");
        }

        @Override
        public void row(Place place, Format format, byte[] payload, Origin origin) {
            throw new IllegalStateException("elements are taken, not rows");
        }

        @Override
        public void afterwards(Place place, byte[] bytes, Afterword afterword) {
            throw new IllegalStateException("elements are taken, not rows");
        }

        @Override
        public void refuse(Place place, byte[] bytes, String reason) {
            reasons.add(place + ": " + reason);
        }

        @Override
        public void leaveOut(Place place, String reason) {
            reasons.add(place + ": " + reason);
        }
    }

    static void each(InputStream in, int bufferBytes, String path, Rows rows, Each each) {
        new JsonSlicer("file", path, new Window(in, ELEMENT_BYTES_MAX, bufferBytes), rows, each).run();
    }

    private void run() {
        while (!ended && blank() != Window.END) {
            int c = window.peek();
            if (c == '[' || c == '{') {
                walk(0);
            } else {
                fault("expected [ or { but found " + shown(c));
            }
        }
        if (!ended && window.fault() != null) {
            cut(new byte[0]);
        }
    }

    private void walk(int step) {
        if (step == steps.size()) {
            take();
        } else if (steps.get(step).equals(EACH)) {
            elements(step);
        } else {
            members(step);
        }
    }

    private void elements(int step) {
        if (window.peek() != '[') {
            walk(step + 1);
            return;
        }
        window.next();
        while (!ended) {
            int c = blank();
            if (c == ']') {
                window.next();
                return;
            } else if (c == ',') {
                window.next();
            } else if (startsValue(c)) {
                walk(step + 1);
            } else {
                faultOrCut(c, "expected the next element, a comma or ] but found ");
            }
        }
    }

    private void members(int step) {
        if (window.peek() != '{') {
            pass();
            return;
        }
        window.next();
        byte[] wanted = steps.get(step).getBytes(StandardCharsets.UTF_8);
        while (!ended) {
            int c = blank();
            if (c == '}') {
                window.next();
                return;
            } else if (c == ',') {
                window.next();
            } else if (c == '"') {
                member(step, wanted);
            } else {
                faultOrCut(c, "expected a member's name, a comma or } but found ");
            }
        }
    }

    private void member(int step, byte[] wanted) {
        window.next();
        window.capture();
        string();
        byte[] quoted = window.captured();
        boolean found =
                quoted.length == wanted.length + 1 && Arrays.equals(quoted, 0, wanted.length, wanted, 0, wanted.length);
        if (blank() == ':') {
            window.next();
        }
        int c = blank();
        if (startsValue(c)) {
            if (found) {
                walk(step + 1);
            } else {
                pass();
            }
        } else {
            faultOrCut(c, "expected a member's value but found ");
        }
    }

    private void take() {
        Place place = Place.at(file, window.offset());
        window.capture();
        boolean whole = value();
        boolean large = window.isTooLarge();
        byte[] bytes = window.captured();
        if (!whole) {
            cut(bytes);
        } else if (large) {
            rows.refuse(place, bytes, "an element is at most " + ELEMENT_BYTES_MAX + " bytes long; this one is longer");
        } else {
            each.take(place, bytes);
        }
    }

    private void pass() {
        if (!value()) {
            cut(new byte[0]);
        }
    }

    /** Takes one value; false where the text ends inside it. */
    private boolean value() {
        int c = window.peek();
        if (c != '{' && c != '[' && c != '"') {
            return scalar();
        }
        int depth = 0;
        do {
            switch (window.next()) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case '"' -> string();
                case Window.END -> {
                    return false;
                }
                default -> {}
            }
        } while (depth > 0);
        return true;
    }

    private boolean scalar() {
        int c = window.peek();
        while (c != ',' && c != ']' && c != '}' && c != Window.END && !isBlank(c)) {
            window.next();
            c = window.peek();
        }
        return c != Window.END;
    }

    /** Takes the rest of a string and its closing quote. */
    private void string() {
        while (true) {
            window.passPlainText();
            int c = window.next();
            if (c == '"' || c == Window.END) {
                return;
            }
            window.next();
        }
    }

    private int blank() {
        int c = window.peek();
        while (isBlank(c)) {
            window.next();
            c = window.peek();
        }
        return c;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean startsValue(int c) {
        return c == '{'
                || c == '['
                || c == '"'
                || c == '-'
                || (c >= '0' && c <= '9')
                || c == 't'
                || c == 'f'
                || c == 'n';
    }

    private void faultOrCut(int c, String expected) {
        if (c == Window.END) {
            cut(new byte[0]);
        } else {
            fault(expected + shown(c));
        }
    }

    private void cut(byte[] begun) {
        if (!ended) {
            String fault = window.fault();
            rows.refuse(
                    Place.at(file, window.offset()),
                    begun,
                    "the file is cut off here, after " + window.offset() + " bytes"
                            + (fault == null ? "" : ": " + fault));
        }
        ended = true;
    }

    /** Refuses once for a stretch of garbage and goes to where something known begins. */
    private void fault(String reason) {
        rows.refuse(Place.at(file, window.offset()), new byte[0], reason);
        if (++faults >= FAULTS_MAX) {
            rows.refuse(
                    Place.at(file, window.offset()), new byte[0], "too many faults; the rest of the file is not read");
            ended = true;
            return;
        }
        int c;
        do {
            window.next();
            c = window.peek();
        } while (c != '{' && c != '[' && c != '}' && c != ']' && c != ',' && c != '"' && c != Window.END);
    }

    private static String shown(int c) {
        return c > ' ' && c < 0x7F ? "'" + (char) c + "'" : String.format("the byte 0x%02X", c);
    }
}
