package io.reprise.inlet;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a form by their names, byte for byte, of {@code multipart/form-data} and of a form in one line; the
 * first of a name counts. A body that is broken has the parts that can be found, and never throws.
 */
final class Parts {
    private static final int PARTS_MAX = 32;
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=(?:\"([^\"]{1,200})\"|([^;\\s]{1,200}))");
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=(?:\"([^\"]*)\"|([^;\\s]+))");
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

    private Parts() {}

    static Map<String, byte[]> of(String contentType, byte[] body) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return line(new String(body, StandardCharsets.UTF_8));
        }
        Matcher boundary = BOUNDARY.matcher(contentType);
        return type.startsWith("multipart/") && boundary.find() ? multipart(given(boundary), body) : Map.of();
    }

    private static String given(Matcher matcher) {
        String quoted = matcher.group(1);
        return quoted == null ? String.valueOf(matcher.group(2)) : quoted;
    }

    private static Map<String, byte[]> multipart(String boundary, byte[] body) {
        byte[] mark = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> parts = new HashMap<>();
        int at = find(body, mark, 0);
        for (int count = 0; at >= 0 && count < PARTS_MAX; count++) {
            int head = at + mark.length;
            int next = find(body, mark, head);
            int blank = find(body, BLANK_LINE, head);
            int end = next < 0 ? body.length : next;
            if (blank >= 0 && blank + BLANK_LINE.length <= end) {
                String headers = new String(body, head, blank - head, StandardCharsets.UTF_8);
                Matcher name = NAME.matcher(headers);
                if (name.find()) {
                    parts.putIfAbsent(given(name), content(body, blank + BLANK_LINE.length, end));
                }
            }
            at = next;
        }
        return parts;
    }

    /** Without the line end that belongs to the boundary behind it. */
    private static byte[] content(byte[] body, int from, int end) {
        boolean closed = end - from >= 2 && body[end - 2] == '\r' && body[end - 1] == '\n';
        return Arrays.copyOfRange(body, from, closed ? end - 2 : end);
    }

    private static int find(byte[] body, byte[] sought, int from) {
        for (int at = from; at <= body.length - sought.length; at++) {
            if (Arrays.equals(body, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        return -1;
    }

    private static Map<String, byte[]> line(String body) {
        Map<String, byte[]> parts = new HashMap<>();
        for (String pair : body.split("&", PARTS_MAX)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parts.putIfAbsent(
                        decoded(pair.substring(0, equals)),
                        decoded(pair.substring(equals + 1)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    /** What is not encoded as it should be stands as it came. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
