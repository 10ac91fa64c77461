package io.reprise.playlist;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a definition as JSON that {@link DefinitionReader} reads back to the same. */
final class DefinitionWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DefinitionWriter() {}

    static String json(Definition definition) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree(definition));
    }

    static ObjectNode tree(Definition definition) {
        ObjectNode tree = NODES.objectNode();
        if (!definition.words().name().isEmpty()) {
            tree.put("name", definition.words().name());
        }
        if (!definition.words().comment().isEmpty()) {
            tree.put("comment", definition.words().comment());
        }
        if (!definition.kinds().isEmpty()) {
            ArrayNode kinds = tree.putArray("kind");
            definition.kinds().stream().sorted().forEach(kind -> kinds.add(kind.word()));
        }
        top(tree, definition.rule());
        order(tree, definition.order());
        bounds(tree, definition.bounds());
        if (!definition.mix().isEmpty()) {
            ArrayNode mix = tree.putArray("mix");
            definition
                    .mix()
                    .forEach(part -> mix.addObject().put("list", part.list()).put("weight", part.weight()));
        }
        return tree;
    }

    private static void top(ObjectNode tree, Rule rule) {
        switch (rule) {
            case Rule.All(var rules) -> tree.set("all", group(rules));
            case Rule.Any(var rules) -> tree.set("any", group(rules));
            case Rule.Not not -> tree.set("all", group(List.of(not)));
            case Rule.Compare compare -> tree.set("all", group(List.of(compare)));
            case Rule.Count count -> tree.set("all", group(List.of(count)));
            case Rule.Member member -> tree.set("all", group(List.of(member)));
        }
    }

    private static void order(ObjectNode tree, Definition.Order order) {
        StringBuilder keys = new StringBuilder();
        for (Definition.Key key : order.keys()) {
            keys.append(keys.isEmpty() ? "" : ",")
                    .append(key.descending() ? "-" : "")
                    .append(key.field().word());
        }
        tree.put("sort", keys.toString());
        if (!order.seed().equals(Definition.Order.DAILY)) {
            tree.put("seed", order.seed());
        }
    }

    private static void bounds(ObjectNode tree, Definition.Bounds bounds) {
        if (bounds.limit() > 0) {
            tree.put("limit", bounds.limit());
        }
        if (bounds.limitPercent() > 0) {
            tree.put("limitPercent", bounds.limitPercent());
        }
        if (bounds.offset() > 0) {
            tree.put("offset", bounds.offset());
        }
        Span duration = bounds.duration();
        if (duration != null) {
            tree.putObject("limitBy").put("duration", duration.text());
        }
        Definition.PerGroup perGroup = bounds.perGroup();
        if (perGroup != null) {
            tree.putObject("perGroup").put("field", perGroup.field().word()).put("max", perGroup.max());
        }
        if (bounds.countsUnknownDates()) {
            tree.put("unknownDates", "include");
        }
        if (bounds.next()) {
            tree.put("next", true);
        }
    }

    private static ArrayNode group(List<Rule> rules) {
        ArrayNode group = NODES.arrayNode();
        rules.forEach(rule -> group.add(rule(rule)));
        return group;
    }

    static ObjectNode rule(Rule rule) {
        ObjectNode node = NODES.objectNode();
        switch (rule) {
            case Rule.All(var rules) -> node.set("all", group(rules));
            case Rule.Any(var rules) -> node.set("any", group(rules));
            case Rule.Not(var denied) -> node.set("not", rule(denied));
            case Rule.Member(var list, var isIn) ->
                node.putObject(isIn ? "inPlaylist" : "notInPlaylist").put("id", list);
            case Rule.Count count -> count(node.putObject("count"), count);
            case Rule.Compare compare ->
                compare(node.putObject(compare.operator().word()), compare);
        }
        return node;
    }

    private static void count(ObjectNode node, Rule.Count count) {
        node.put("event", count.event().word());
        Span within = count.within();
        if (within != null) {
            node.put("within", within.text());
        }
        for (Rule.Bound bound : count.bounds()) {
            number(node, bound.operator().word(), bound.value());
        }
    }

    private static void compare(ObjectNode node, Rule.Compare compare) {
        String field = compare.field().word();
        List<Operand> operands = compare.operands();
        if (operands.size() > 1 || compare.operator().takesList()) {
            ArrayNode list = node.putArray(field);
            operands.forEach(each -> {
                ObjectNode one = NODES.objectNode();
                put(one, field, each);
                list.add(one.get(field));
            });
        } else {
            put(node, field, operands.getFirst());
        }
    }

    private static void put(ObjectNode node, String field, Operand operand) {
        switch (operand) {
            case Operand.Amount(double value) -> number(node, field, value);
            case Operand.Truth(boolean value) -> node.put(field, value);
            case Operand.Ago(Span span)
            when span.text().matches("\\d{1,9}") -> node.put(field, Integer.parseInt(span.text()));
            default -> node.put(field, text(operand));
        }
    }

    private static void number(ObjectNode node, String field, double value) {
        if (value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE) {
            node.put(field, (long) value);
        } else {
            node.put(field, value);
        }
    }

    /** An operand as it is written. */
    static String text(Operand operand) {
        return switch (operand) {
            case Operand.Text(String text) -> text;
            case Operand.Amount(double value) -> Numbers.text(value);
            case Operand.Truth(boolean value) -> Boolean.toString(value);
            case Operand.Days(String text, var first, var last) -> text;
            case Operand.At(String text, long second) -> text;
            case Operand.Ago(Span span) -> span.text();
            case Operand.Weekday(var day) -> day.name().substring(0, 3).toLowerCase(java.util.Locale.ROOT);
            case Operand.Hours(int from, int to) -> from == to ? Integer.toString(from) : from + ".." + to;
        };
    }
}
