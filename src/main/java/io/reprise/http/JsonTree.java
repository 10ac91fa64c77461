package io.reprise.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON that another party answered, read leniently: what is missing, null or of another type counts as not told, for
 * parties add and leave out. Immutable.
 */
public final class JsonTree {
    private static final JsonMapper JSON = Json.mapper();
    private final JsonNode node;

    private JsonTree(JsonNode node) {
        this.node = node;
    }

    /** Reads an object or an array; throws an IllegalArgumentException that says where the bytes are none. */
    public static JsonTree of(byte[] json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is not JSON: " + Json.reason(e), e);
        }
        if (node == null || !node.isContainer()) {
            throw new IllegalArgumentException("it is neither a JSON object nor an array");
        }
        return new JsonTree(node);
    }

    /** The same for bytes that may be anything, as a block of JSON in a page. */
    public static Optional<JsonTree> find(byte[] json) {
        try {
            return Optional.of(of(json));
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }

    /** This member, or one that tells nothing. */
    public JsonTree at(String name) {
        return new JsonTree(node.path(name));
    }

    public boolean isTold() {
        return !node.isMissingNode() && !node.isNull();
    }

    public boolean isArray() {
        return node.isArray();
    }

    /** The names of this object's members. */
    public Collection<String> names() {
        return node.propertyNames();
    }

    /** This member's text without white space around it; a number as it is written; else empty. */
    public String text(String name) {
        return plain(node.path(name));
    }

    /** This member's text with the white space around it; empty where it is no text. */
    public String raw(String name) {
        JsonNode told = node.path(name);
        return told.isString() ? told.asString("") : "";
    }

    /** This tree itself as {@link #text(String)} would tell it. */
    public String text() {
        return plain(node);
    }

    /** This member where it is a whole number that an int holds. */
    public @Nullable Integer number(String name) {
        JsonNode told = node.path(name);
        return told.isIntegralNumber() && told.canConvertToInt() ? (Integer) told.intValue() : null;
    }

    /** This member where it is a number, else 0. */
    public double decimal(String name) {
        JsonNode told = node.path(name);
        return told.isNumber() ? told.doubleValue() : 0;
    }

    public boolean flag(String name) {
        JsonNode told = node.path(name);
        return told.isBoolean() && told.booleanValue();
    }

    /** The elements of this array; none where it is no array. */
    public List<JsonTree> elements() {
        List<JsonTree> elements = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> elements.add(new JsonTree(element)));
        }
        return elements;
    }

    /** The elements of the array under this name. */
    public List<JsonTree> list(String name) {
        return at(name).elements();
    }

    /** The same where a single element may stand without its array, as JSON-LD has it. */
    public List<JsonTree> each(String name) {
        JsonTree told = at(name);
        if (told.node.isArray()) {
            return told.elements();
        }
        return told.isTold() ? List.of(told) : List.of();
    }

    /** The texts in the array under this name, blank ones left out. */
    public List<String> texts(String name) {
        return list(name).stream()
                .map(JsonTree::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The same as JSON without members of these names, at whatever depth they stand. */
    public byte[] without(Set<String> names) {
        JsonNode copy = node.deepCopy();
        drop(copy, names);
        return JSON.writeValueAsBytes(copy);
    }

    /** No deeper than JSON is read at all. */
    private static void drop(JsonNode at, Set<String> names) {
        if (at instanceof ObjectNode object) {
            object.remove(names);
        }
        at.forEach(child -> drop(child, names));
    }

    private static String plain(JsonNode told) {
        return told.isString() || told.isNumber() ? told.asString("").strip() : "";
    }
}
