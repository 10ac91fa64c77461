package io.reprise.playlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One word of a line as a rule. {@code field:value} is what fits the field best: text holds it, a number or a date is
 * it; {@code a..b}, {@code a..} and {@code ..b} are ranges; {@code field:=text} is the whole text and
 * {@code field::pattern} a pattern. {@code operator(field):value} says any operator, {@code count(event,span):5..} a
 * count, {@code list:ID} another list, {@code has:field} that it is known. A word without a colon is looked for in
 * title, artist and album.
 */
final class LineRule {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern CALL = Pattern.compile("([A-Za-z]+)\\(([^()]*)\\)");
    private static final List<String> LOOKED_IN = List.of("title", "artist", "album");

    private LineRule() {}

    static Rule of(LineTokens.Token token) {
        String name = token.name();
        if (name.isEmpty()) {
            return new Rule.Any(LOOKED_IN.stream()
                    .map(field -> rule(token, Operator.CONTAINS, field, NODES.stringNode(token.value())))
                    .toList());
        }
        Matcher call = CALL.matcher(name);
        if (call.matches()) {
            return call.group(1).equalsIgnoreCase("count")
                    ? count(token, call.group(2))
                    : called(token, call.group(1), call.group(2));
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "list" -> new Rule.Member(token.value(), true);
            case "has" -> rule(token, Operator.IS_PRESENT, token.value(), NODES.booleanNode(true));
            default -> compared(token);
        };
    }

    /** The opposite, by its own operator where there is one. */
    static Rule denied(Rule rule) {
        return switch (rule) {
            case Rule.Member(var list, var isIn) -> new Rule.Member(list, !isIn);
            case Rule.Compare(var field, var operator, var operands)
            when operator.opposite().isPresent() && !operator.isDenial() ->
                new Rule.Compare(field, operator.opposite().orElseThrow(), operands);
            default -> new Rule.Not(rule);
        };
    }

    private static Rule called(LineTokens.Token token, String word, String field) {
        Operator operator = Operator.find(word)
                .orElseThrow(() -> token.fault(
                        "There is no operator of this name.",
                        Fault.near(word, Operator.words()) + "one of " + String.join(", ", Operator.words())));
        boolean isList = operator.takesList() || operator == Operator.IN_THE_RANGE;
        boolean isTruth = operator.isOfPresence() || operator == Operator.ON_THIS_DAY;
        String value = isTruth && token.value().isEmpty() ? "true" : token.value();
        return rule(token, operator, field, isList ? list(value.split(",", -1)) : NODES.stringNode(value));
    }

    private static Rule count(LineTokens.Token token, String inside) {
        ObjectNode members = NODES.objectNode();
        for (String part : inside.split(",", -1)) {
            String word = part.strip();
            boolean isEvent = word.matches("[A-Za-z]+") && Span.read(word).isEmpty();
            if (!word.isEmpty()) {
                members.put(isEvent ? "event" : "within", word);
            }
        }
        String value = token.value();
        int dots = value.indexOf("..");
        if (dots < 0) {
            members.put("is", value);
        } else {
            put(members, "gte", value.substring(0, dots));
            put(members, "lte", value.substring(dots + 2));
        }
        return read(token, "count", members);
    }

    private static void put(ObjectNode members, String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, value);
        }
    }

    private static Rule compared(LineTokens.Token token) {
        Field field = field(token, token.name());
        String value = token.value();
        int dots = token.isQuoted() ? -1 : value.indexOf("..");
        return switch (field.type()) {
            case WORDS -> words(token, field);
            case FLAG -> rule(token, Operator.IS, field.word(), NODES.stringNode(value));
            case NUMBER, DATE ->
                dots < 0
                        ? rule(token, Operator.IS, field.word(), NODES.stringNode(value))
                        : range(token, field, value.substring(0, dots), value.substring(dots + 2));
        };
    }

    private static Rule words(LineTokens.Token token, Field field) {
        String value = token.value();
        boolean isWhole = !token.isQuoted() && value.startsWith("=");
        if (!token.isQuoted() && value.startsWith(":")) {
            return rule(token, Operator.MATCHES, field.word(), NODES.stringNode(value.substring(1)));
        }
        String text = isWhole ? value.substring(value.startsWith("=~") ? 2 : 1) : value;
        boolean isKind = field.measure() == Measure.KIND;
        return rule(token, isWhole || isKind ? Operator.IS : Operator.CONTAINS, field.word(), NODES.stringNode(text));
    }

    private static Rule range(LineTokens.Token token, Field field, String from, String to) {
        Optional<Span> since = from.startsWith("-") ? Span.read(from.substring(1)) : Optional.empty();
        Optional<Span> until = to.startsWith("-") ? Span.read(to.substring(1)) : Optional.empty();
        if (field.type() == Measure.Type.DATE && (since.isPresent() || until.isPresent())) {
            return ago(token, field, from, to);
        }
        if (from.isEmpty() == to.isEmpty()) {
            return from.isEmpty()
                    ? rule(token, Operator.IS_PRESENT, field.word(), NODES.booleanNode(true))
                    : rule(token, Operator.IN_THE_RANGE, field.word(), list(from, to));
        }
        return to.isEmpty()
                ? rule(token, Operator.GTE, field.word(), NODES.stringNode(from))
                : rule(token, Operator.LTE, field.word(), NODES.stringNode(to));
    }

    /** {@code -30d..} is in the last 30 days, {@code ..-180d} is not in the last 180, and both may stand together. */
    private static Rule ago(LineTokens.Token token, Field field, String from, String to) {
        List<Rule> both = new ArrayList<>();
        if (!from.isEmpty()) {
            both.add(rule(token, Operator.IN_THE_LAST, field.word(), NODES.stringNode(from.substring(1))));
        }
        if (!to.isEmpty()) {
            both.add(rule(token, Operator.NOT_IN_THE_LAST, field.word(), NODES.stringNode(to.substring(1))));
        }
        return both.size() == 1 ? both.getFirst() : new Rule.All(both);
    }

    private static ArrayNode list(String... values) {
        ArrayNode list = NODES.arrayNode();
        for (String value : values) {
            list.add(value.strip());
        }
        return list;
    }

    private static Field field(LineTokens.Token token, String word) {
        return RuleReader.field(word, new Node(null, "", "character " + token.place()));
    }

    private static Rule rule(LineTokens.Token token, Operator operator, String field, JsonNode value) {
        ObjectNode members = NODES.objectNode();
        members.set(field.strip(), value);
        return read(token, operator.word(), members);
    }

    /** Reads what JSON would say, with the place in the line where the fault is. */
    private static Rule read(LineTokens.Token token, String name, ObjectNode members) {
        try {
            return new RuleReader().rule(new Node(members, name, "here"));
        } catch (Fault fault) {
            throw new Fault(
                    "character " + token.place(), new Fault.Words(fault.detail(), fault.expected(), fault.got()));
        }
    }
}
