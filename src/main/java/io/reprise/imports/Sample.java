package io.reprise.imports;

import io.reprise.scrobble.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a file begins: its name, which proves nothing, and its first {@link #BYTES_MAX} bytes as text. */
public record Sample(String name, String text) {
    public static final int BYTES_MAX = 16 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public static Sample of(String name, byte[] head) {
        String text = FileText.of(Arrays.copyOf(head, Math.min(head.length, BYTES_MAX)));
        return new Sample(name, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    /** Whether the text, without leading white space, begins with this. */
    public boolean begins(String with) {
        return text.stripLeading().startsWith(with);
    }

    /** Whether JSON members of all these names occur in the text, at any depth. */
    public boolean hasMembers(String... names) {
        return Arrays.stream(names).allMatch(this::hasMember);
    }

    private boolean hasMember(String name) {
        String quoted = '"' + name + '"';
        for (int at = text.indexOf(quoted); at >= 0; at = text.indexOf(quoted, at + 1)) {
            int after = at + quoted.length();
            while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
                after++;
            }
            if (after < text.length() && text.charAt(after) == ':') {
                return true;
            }
        }
        return false;
    }

    /** The fields of the first line that is not blank, read as comma separated and in lower case. */
    public List<String> header() {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return Csv.fields(first, ',').stream()
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The names of the members of all JSON objects that end within the sample, alone, a line each or in a list. */
    public List<String> members() {
        Set<String> names = new LinkedHashSet<>();
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        JsonSlicer.each(in, BYTES_MAX, "[]", new Glance(), (place, element) -> {
            try {
                names.addAll(JsonRow.of(element).names());
            } catch (Unreadable e) {
                // Whoever reads the file refuses it; the others tell enough.
                return;
            }
        });
        return List.copyOf(names);
    }
}
