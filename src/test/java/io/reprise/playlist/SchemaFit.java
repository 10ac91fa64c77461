package io.reprise.playlist;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whether JSON fits a schema: the words of JSON Schema 2020-12 that ours uses; any other word is an error. */
final class SchemaFit {
    private static final List<String> PASSED_OVER = List.of("$schema", "$defs", "title", "description");
    private final JsonNode root;
    private final List<String> misfits = new ArrayList<>();

    private SchemaFit(JsonNode root) {
        this.root = root;
    }

    static List<String> misfits(JsonNode schema, JsonNode json) {
        SchemaFit fit = new SchemaFit(schema);
        fit.check(schema, json, "$");
        return fit.misfits;
    }

    private boolean fits(JsonNode schema, JsonNode json) {
        SchemaFit fit = new SchemaFit(root);
        fit.check(schema, json, "$");
        return fit.misfits.isEmpty();
    }

    private void check(JsonNode schema, JsonNode json, String path) {
        for (String word : schema.propertyNames()) {
            JsonNode says = schema.get(word);
            boolean holds = PASSED_OVER.contains(word)
                    || switch (word) {
                        case "$ref" -> fits(root.at(says.stringValue().substring(1)), json);
                        case "anyOf" -> says.valueStream().anyMatch(each -> fits(each, json));
                        case "not" -> !fits(says, json);
                        case "enum" -> says.valueStream().anyMatch(each -> each.equals(json));
                        case "const" -> says.equals(json);
                        case "type" ->
                            (says.isArray() ? says.valueStream() : Stream.of(says))
                                    .anyMatch(each -> isOf(each.stringValue(), json));
                        case "pattern" ->
                            !json.isString()
                                    || java.util.regex.Pattern.compile(says.stringValue())
                                            .matcher(json.stringValue())
                                            .find();
                        case "maxLength" ->
                            !json.isString() || json.stringValue().length() <= says.intValue();
                        case "minimum" -> !json.isNumber() || json.doubleValue() >= says.doubleValue();
                        case "maximum" -> !json.isNumber() || json.doubleValue() <= says.doubleValue();
                        case "minItems" -> !json.isArray() || json.size() >= says.intValue();
                        case "maxItems" -> !json.isArray() || json.size() <= says.intValue();
                        case "minProperties" -> !json.isObject() || json.size() >= says.intValue();
                        case "maxProperties" -> !json.isObject() || json.size() <= says.intValue();
                        case "required" ->
                            !json.isObject() || says.valueStream().allMatch(each -> json.has(each.stringValue()));
                        case "items" -> json.valueStream().allMatch(each -> !json.isArray() || fits(says, each));
                        case "propertyNames" ->
                            json.propertyNames().stream()
                                    .allMatch(each -> fits(
                                            says,
                                            tools.jackson.databind.node.JsonNodeFactory.instance.stringNode(each)));
                        case "properties" ->
                            says.propertyNames().stream()
                                    .allMatch(each -> !json.has(each) || fits(says.get(each), json.get(each)));
                        case "additionalProperties" ->
                            json.propertyNames().stream()
                                    .filter(each -> !schema.path("properties").has(each))
                                    .allMatch(each ->
                                            says.isBoolean() ? says.booleanValue() : fits(says, json.get(each)));
                        default -> throw new IllegalArgumentException("this test does not know the word " + word);
                    };
            if (!holds) {
                misfits.add(path + ": " + word + " " + says);
            }
        }
    }

    private static boolean isOf(String type, JsonNode json) {
        return switch (type) {
            case "object" -> json.isObject();
            case "array" -> json.isArray();
            case "string" -> json.isString();
            case "integer" -> json.isIntegralNumber();
            case "number" -> json.isNumber();
            default -> json.isBoolean();
        };
    }
}
