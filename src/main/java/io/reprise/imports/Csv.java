package io.reprise.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma separated values as RFC 4180 has them, read leniently: a quote inside a plain field is a letter, text after a
 * closing quote belongs to the field, and the spreadsheet form {@code ="text"} is its text.
 */
final class Csv {
    private Csv() {}

    /** The fields of one record; a record has at least one, which may be empty. */
    static List<String> fields(String line, char separator) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        int at = 0;
        while (true) {
            at = field(line, at, separator, field);
            fields.add(field.toString());
            field.setLength(0);
            if (at >= line.length()) {
                return fields;
            }
            at++;
            if (at == line.length()) {
                fields.add("");
                return fields;
            }
        }
    }

    /** One record of these fields, quoted where they have to be. */
    static String line(List<String> fields) {
        return fields.stream().map(Csv::quotedIfNeeded).collect(Collectors.joining(","));
    }

    private static String quotedIfNeeded(String field) {
        boolean plain =
                field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') && !field.startsWith("=");
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    private static int field(String line, int from, char separator, StringBuilder field) {
        int at = from;
        if (opens(line, at)) {
            at = quoted(line, line.charAt(at) == '=' ? at + 2 : at + 1, field);
        }
        while (at < line.length() && line.charAt(at) != separator) {
            field.append(line.charAt(at++));
        }
        return at;
    }

    private static boolean opens(String line, int at) {
        return at < line.length() && (line.charAt(at) == '"' || line.startsWith("=\"", at));
    }

    private static int quoted(String line, int from, StringBuilder field) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (at < line.length() && line.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                return at;
            }
        }
        return at;
    }
}
