package io.reprise.imports;

import io.reprise.http.Json;
import io.reprise.scrobble.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object, read field by field; every fault names the field, what was expected and what came. A field that is
 * missing, null or blank is not told. Bytes that are no UTF-8 read as U+FFFD. Immutable.
 */
public final class JsonRow {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final String path;
    private final JsonNode node;

    private JsonRow(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    /** Reads a payload that is one JSON object. */
    public static JsonRow of(byte[] payload) throws Unreadable {
        JsonNode node;
        try {
            node = JSON.readTree(payload);
        } catch (JacksonException e) {
            node = repaired(payload, e);
        }
        if (!node.isObject()) {
            throw new Unreadable("expected a JSON object, got " + shown(node));
        }
        return new JsonRow("", node);
    }

    private static JsonNode repaired(byte[] payload, JacksonException fault) throws Unreadable {
        String text = new String(payload, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            try {
                return JSON.readTree(text);
            } catch (JacksonException e) {
                throw new Unreadable("expected a JSON object: " + Json.reason(e), e);
            }
        }
        throw new Unreadable("expected a JSON object: " + Json.reason(fault), fault);
    }

    /** The names of the members, in their order. */
    public Collection<String> names() {
        return node.propertyNames();
    }

    /** Where this object stands, for messages: {@code track.album.}; empty at the top. */
    public String field(String name) {
        return path + name;
    }

    /** Whether something other than null stands there. */
    public boolean has(String name) {
        return find(name) != null;
    }

    private @Nullable JsonNode find(String name) {
        JsonNode child = node.get(name);
        return child == null || child.isNull() ? null : child;
    }

    /** The text of a field; a number is taken as its digits. */
    public @Nullable String text(String name) throws Unreadable {
        JsonNode child = find(name);
        return child == null ? null : text(name, child);
    }

    private @Nullable String text(String name, JsonNode child) throws Unreadable {
        if (!child.isString() && !child.isNumber()) {
            throw wrong(name, "text", child);
        }
        return CleanText.orNull(path + name, child.asString());
    }

    /** The text of a field as it stands, blank or not; empty where it is not told. */
    public String raw(String name) throws Unreadable {
        JsonNode child = find(name);
        if (child == null) {
            return "";
        }
        if (!child.isString()) {
            throw wrong(name, "text", child);
        }
        return child.asString().isBlank() ? child.asString() : String.valueOf(text(name, child));
    }

    /** The text of a field that has to be there. */
    public String needText(String name) throws Unreadable {
        String text = text(name);
        if (text == null) {
            throw new Unreadable(path + name + ": expected text, got nothing");
        }
        return text;
    }

    /** A whole number, also where it is written as text or as 187.0. */
    public @Nullable Long whole(String name) throws Unreadable {
        JsonNode child = find(name);
        Double number = number(name);
        if (child == null || number == null) {
            return null;
        }
        if (number != Math.rint(number) || Math.abs(number) > 1e15) {
            throw wrong(name, "a whole number", child);
        }
        return number.longValue();
    }

    /** A number, also where it is written as text. */
    public @Nullable Double number(String name) throws Unreadable {
        JsonNode child = find(name);
        if (child == null || (child.isString() && child.asString().isBlank())) {
            return null;
        }
        if (child.isNumber()) {
            return child.asDouble();
        }
        try {
            if (child.isString() && child.asString().length() <= 40) {
                double number = Double.parseDouble(child.asString().strip());
                if (Double.isFinite(number)) {
                    return number;
                }
            }
        } catch (NumberFormatException e) {
            throw wrong(name, "a number", child);
        }
        throw wrong(name, "a number", child);
    }

    /** A number of seconds or the like that fits an int, rounded; null where it is not told. */
    public @Nullable Integer count(String name) throws Unreadable {
        Double number = number(name);
        if (number == null) {
            return null;
        }
        if (Math.abs(number) > Integer.MAX_VALUE) {
            throw new Unreadable(path + name + ": expected a number below 2147483648, got " + number);
        }
        return (int) Math.round(number);
    }

    /** Whether a field says true; not told is false. */
    public boolean flag(String name) throws Unreadable {
        JsonNode child = find(name);
        if (child == null) {
            return false;
        }
        if (!child.isBoolean()) {
            throw wrong(name, "true or false", child);
        }
        return child.asBoolean();
    }

    /** The object under a field. */
    public @Nullable JsonRow object(String name) throws Unreadable {
        JsonNode child = find(name);
        if (child == null) {
            return null;
        }
        if (!child.isObject()) {
            throw wrong(name, "an object", child);
        }
        return new JsonRow(path + name + ".", child);
    }

    /** Whether an object stands there. */
    public boolean isObject(String name) {
        JsonNode child = find(name);
        return child != null && child.isObject();
    }

    /** The texts of a list; one text alone is a list of one, blank ones are left out. */
    public List<String> texts(String name) throws Unreadable {
        JsonNode child = find(name);
        if (child == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : child.isArray() ? child : List.of(child)) {
            String text = each.isNull() ? null : text(name, each);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The objects of a list. */
    public List<JsonRow> objects(String name) throws Unreadable {
        JsonNode child = find(name);
        if (child == null) {
            return List.of();
        }
        if (!child.isArray()) {
            throw wrong(name, "a list of objects", child);
        }
        List<JsonRow> objects = new ArrayList<>();
        for (JsonNode each : child) {
            if (!each.isObject()) {
                throw wrong(name, "a list of objects", each);
            }
            objects.add(new JsonRow(path + name + "[" + objects.size() + "].", each));
        }
        return objects;
    }

    private Unreadable wrong(String name, String expected, JsonNode got) {
        return new Unreadable(path + name + ": expected " + expected + ", got " + shown(got));
    }

    private static String shown(JsonNode node) {
        return node.isObject() ? "an object" : node.isArray() ? "a list" : Shown.of(node.toString());
    }
}
