package io.reprise.play;

import io.reprise.scrobble.Origin;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rule for duplicates as JSON, as the ledger, the export and the API hold it. */
final class RuleText {
    private static final String TOLERANCE = "tolerance_seconds";
    private static final String SCORE = "least_score";
    private static final String RUNGS = "rungs";
    private static final String APART = "apart";
    private static final List<String> MEMBERS = List.of(TOLERANCE, SCORE, RUNGS, APART);
    private static final List<String> ORIGIN_MEMBERS = List.of("protocol", "client", "account");
    private static final List<String> RUNG_WORDS =
            Arrays.stream(Rung.values()).map(Rung::word).toList();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RuleText() {}

    static String write(DuplicateRule rule) {
        ObjectNode node =
                JSON.createObjectNode().put(TOLERANCE, rule.tolerance()).put(SCORE, rule.leastScore());
        ObjectNode rungs = node.putObject(RUNGS);
        for (Rung rung : Rung.values()) {
            rungs.put(rung.word(), rule.rungs().contains(rung));
        }
        ArrayNode apart = node.putArray(APART);
        for (DuplicateRule.Apart pair : rule.apart()) {
            ArrayNode two = apart.addArray();
            origin(two.addObject(), pair.one());
            origin(two.addObject(), pair.other());
        }
        return node.toString();
    }

    private static void origin(ObjectNode node, Origin origin) {
        node.put("protocol", origin.protocol()).put("client", origin.client()).put("account", origin.account());
    }

    static DuplicateRule read(String text) {
        JsonNode node = parsed(text);
        demand(node, "the rule", MEMBERS);
        JsonNode tolerance = node.get(TOLERANCE);
        if (!tolerance.isIntegralNumber() || !tolerance.canConvertToInt()) {
            throw wrong(TOLERANCE, "a whole number of seconds", tolerance);
        }
        JsonNode score = node.get(SCORE);
        if (!score.isNumber()) {
            throw wrong(SCORE, "a number", score);
        }
        return new DuplicateRule(
                tolerance.intValue(), score.doubleValue(), rungs(node.get(RUNGS)), apart(node.get(APART)));
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the rule: expected a JSON object, got what is no JSON", e);
        }
    }

    private static Set<Rung> rungs(JsonNode node) {
        demand(node, RUNGS, RUNG_WORDS);
        Set<Rung> rungs = EnumSet.noneOf(Rung.class);
        for (Rung rung : Rung.values()) {
            JsonNode on = node.get(rung.word());
            if (!on.isBoolean()) {
                throw wrong(RUNGS + "." + rung.word(), "true or false", on);
            }
            if (on.booleanValue()) {
                rungs.add(rung);
            }
        }
        return rungs;
    }

    private static Set<DuplicateRule.Apart> apart(JsonNode node) {
        if (!node.isArray()) {
            throw wrong(APART, "a list of pairs of sources", node);
        }
        Set<DuplicateRule.Apart> apart = new TreeSet<>();
        for (JsonNode pair : node) {
            if (!pair.isArray() || pair.size() != 2) {
                throw wrong(APART, "pairs of two sources", pair);
            }
            apart.add(new DuplicateRule.Apart(origin(pair.get(0)), origin(pair.get(1))));
        }
        return apart;
    }

    private static Origin origin(JsonNode node) {
        demand(node, APART, ORIGIN_MEMBERS);
        for (String member : ORIGIN_MEMBERS) {
            if (!node.get(member).isString()) {
                throw wrong(APART + "." + member, "text", node.get(member));
            }
        }
        return new Origin(
                node.get("protocol").stringValue(),
                node.get("client").stringValue(),
                node.get("account").stringValue());
    }

    /** An object with these members and no other. */
    private static void demand(JsonNode node, String where, List<String> members) {
        if (!node.isObject()) {
            throw wrong(where, "an object", node);
        }
        Set<String> missing = new TreeSet<>(members);
        missing.removeAll(node.propertyNames());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(where + ": expected the members " + String.join(", ", members)
                    + "; missing: " + String.join(", ", missing));
        }
        String unknown = node.propertyNames().stream()
                .filter(name -> !members.contains(name))
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    where + ": expected the members " + String.join(", ", members) + " alone, got also: " + unknown);
        }
    }

    private static IllegalArgumentException wrong(String where, String expected, JsonNode got) {
        return new IllegalArgumentException(where + ": expected " + expected + ", got " + got);
    }
}
