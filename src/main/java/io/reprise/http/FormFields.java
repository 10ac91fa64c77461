package io.reprise.http;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a request as old protocols send them: form-encoded in the query, in the body, or the same ones in both,
 * in which case the body's stand. Read leniently: a broken percent sign stands for itself, and bytes that are no UTF-8
 * read as U+FFFD. The order is the one in which names came first. Immutable.
 */
public final class FormFields {
    private static final int FIELDS_MAX = 20_000;

    private final Map<String, List<String>> fields;

    private FormFields(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** Query and form of this request, whatever its content type says; a body that is JSON has no fields. */
    public static FormFields of(Context context) {
        String query = context.queryString();
        FormFields inQuery = parse(query == null ? "" : query);
        byte[] body = context.bodyAsBytes();
        if (body.length == 0 || isJson(context, body)) {
            return inQuery;
        }
        Map<String, List<String>> both = new LinkedHashMap<>(inQuery.fields);
        both.putAll(parse(new String(body, StandardCharsets.UTF_8)).fields);
        return new FormFields(both);
    }

    private static boolean isJson(Context context, byte[] body) {
        String type = context.contentType();
        return type != null && type.toLowerCase(Locale.ROOT).contains("json") || body[0] == '{';
    }

    /** Reads {@code a=b&c=d}. */
    public static FormFields parse(String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int count = 0;
        for (String pair : text.split("&", FIELDS_MAX + 1)) {
            int equals = pair.indexOf('=');
            if (pair.isEmpty() || equals == 0 || count++ == FIELDS_MAX) {
                continue;
            }
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            fields.computeIfAbsent(name, none -> new ArrayList<>(1)).add(value);
        }
        return new FormFields(fields);
    }

    /** Fields that were made here, each with one value. */
    public static FormFields ofMap(Map<String, String> values) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> fields.put(name, List.of(value)));
        return new FormFields(fields);
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return URLDecoder.decode(text.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
        }
    }

    /** The names, in the order in which they came. */
    public List<String> names() {
        return List.copyOf(fields.keySet());
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The first value of this name, as it came; null where there is none. */
    public @Nullable String get(String name) {
        List<String> values = fields.get(name);
        return values == null ? null : values.getFirst();
    }

    /** The same without the space around it; empty where there is none. */
    public String text(String name) {
        String value = get(name);
        return value == null ? "" : value.strip();
    }

    /** A number, such as a length in seconds, rounded; null where none that fits can be read. */
    public @Nullable Integer rounded(String name) {
        String text = text(name);
        if (!text.matches("-?\\d{1,9}(\\.\\d{0,20})?")) {
            return null;
        }
        return (int) Math.round(Double.parseDouble(text));
    }

    /** Every value of this name. */
    public List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    /** Form-encoded again, so that {@link #parse} gives the same fields. */
    public String encoded() {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, values) -> values.forEach(value -> text.append(text.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return text.toString();
    }
}
