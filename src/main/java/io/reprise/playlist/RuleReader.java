package io.reprise.playlist;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a definition, no more than {@link Rule#RULES_MAX} and no deeper than {@link Rule#DEPTH_MAX}. */
final class RuleReader {
    static final int TEXT_CHARS_MAX = 1_000;
    private static final List<String> GROUPS = List.of("all", "any", "not", "count", "inPlaylist", "notInPlaylist");
    private static final List<Operator> BOUNDS =
            List.of(Operator.GT, Operator.GTE, Operator.LT, Operator.LTE, Operator.IS, Operator.IS_NOT);

    private int rules;
    private int depth;

    /** The rules of a list; an object with several members is as many rules. */
    List<Rule> group(Node list) {
        if (++depth > Rule.DEPTH_MAX) {
            throw list.fault("Groups lie in each other too deeply.", "at most " + Rule.DEPTH_MAX + " levels");
        }
        List<Rule> read = new ArrayList<>();
        for (Node element : list.elements()) {
            for (Node member : element.members()) {
                read.add(rule(member));
            }
        }
        depth--;
        return read;
    }

    /** A list: none of these; an object: not this. */
    Rule not(Node node) {
        if (node.isArray()) {
            return new Rule.Not(new Rule.Any(group(node)));
        }
        if (++depth > Rule.DEPTH_MAX) {
            throw node.fault("Groups lie in each other too deeply.", "at most " + Rule.DEPTH_MAX + " levels");
        }
        List<Rule> read = new ArrayList<>();
        for (Node member : node.members()) {
            read.add(rule(member));
        }
        depth--;
        if (read.isEmpty()) {
            throw node.fault("There is nothing to deny.", "a rule");
        }
        return new Rule.Not(read.size() == 1 ? read.getFirst() : new Rule.All(read));
    }

    Rule rule(Node node) {
        if (++rules > Rule.RULES_MAX) {
            throw node.fault("There are too many rules.", "at most " + Rule.RULES_MAX);
        }
        return switch (node.name().strip().toLowerCase(Locale.ROOT)) {
            case "all" -> new Rule.All(group(node));
            case "any" -> new Rule.Any(group(node));
            case "not" -> not(node);
            case "count" -> count(node);
            case "inplaylist" -> new Rule.Member(list(node), true);
            case "notinplaylist" -> new Rule.Member(list(node), false);
            default -> compare(node);
        };
    }

    private static String list(Node node) {
        String id = node.need("id").plain().strip();
        if (id.isEmpty() || id.length() > TEXT_CHARS_MAX) {
            throw node.fault("A playlist is named by its id.", "{\"id\": \"...\"}");
        }
        return id;
    }

    private static Rule compare(Node node) {
        Operator operator = Operator.find(node.name()).orElseThrow(() -> unknown(node));
        List<Node> fields = node.members();
        if (fields.size() != 1) {
            throw node.fault("A rule compares one field.", "{\"" + operator.word() + "\": {field: value}}");
        }
        Node value = fields.getFirst();
        return compare(field(value.name(), value), operator, value);
    }

    private static Fault unknown(Node node) {
        List<String> words = new ArrayList<>(GROUPS);
        words.addAll(Operator.words());
        return new Fault(
                node.path(),
                new Fault.Words(
                        "There is no operator of this name.",
                        Fault.near(node.name(), words) + "one of " + String.join(", ", words),
                        node.name()));
    }

    static Field field(String word, Node place) {
        return Field.find(word)
                .orElseThrow(() -> new Fault(
                        place.path(),
                        new Fault.Words(
                                "There is no field of this name.",
                                Near.of(word, Field.words())
                                        .map(near -> "did you mean " + near + "? It is a field")
                                        .orElse("a field such as title, artist, album, genre, year, playcount,"
                                                + " lastplayed, rating or loved"),
                                word)));
    }

    private static Rule compare(Field field, Operator operator, Node value) {
        if (!operator.fits(field.type())) {
            throw new Fault(
                    value.path(),
                    new Fault.Words(
                            operator.word() + " does not go with " + field.word() + ".",
                            "an operator for " + field.type().words() + ": " + fitting(field),
                            operator.word()));
        }
        if (field.measure() == Measure.RANDOM) {
            throw value.fault("Chance is an order and no field.", "\"sort\": \"random\"");
        }
        if (operator == Operator.IN_THE_RANGE
                && (!value.isArray() || value.elements().size() != 2)) {
            throw value.fault("A range has two ends.", "[from, to]");
        }
        boolean isList = operator == Operator.IN_THE_RANGE || operator.takesList() && value.isArray();
        List<Node> told = isList ? value.elements() : List.of(value);
        if (told.isEmpty() || told.size() > Rule.OPERANDS_MAX) {
            throw value.fault("A list is compared with.", "1 to " + Rule.OPERANDS_MAX + " values");
        }
        return new Rule.Compare(
                field,
                operator,
                told.stream().map(each -> operand(field, operator, each)).toList());
    }

    private static String fitting(Field field) {
        return String.join(
                ", ",
                Arrays.stream(Operator.values())
                        .filter(each -> each.fits(field.type()))
                        .map(Operator::word)
                        .toList());
    }

    private static Operand operand(Field field, Operator operator, Node node) {
        return switch (operator) {
            case IS_MISSING, IS_PRESENT, ON_THIS_DAY -> new Operand.Truth(node.flag());
            case IN_THE_LAST, NOT_IN_THE_LAST -> new Operand.Ago(span(node));
            case WEEKDAY ->
                new Operand.Weekday(TimeWords.weekday(node.plain())
                        .orElseThrow(() -> node.fault("This is no day of the week.", "mon to sun, or 1 to 7")));
            case HOUR ->
                TimeWords.hours(node.plain())
                        .orElseThrow(() -> node.fault("These are no hours.", "0 to 23, or a range such as 22..4"));
            case MATCHES -> pattern(node);
            case IS,
                    IS_NOT,
                    GT,
                    LT,
                    GTE,
                    LTE,
                    IN,
                    NOT_IN,
                    BEFORE,
                    AFTER,
                    IN_THE_RANGE,
                    CONTAINS,
                    NOT_CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH -> value(field, operator, node);
        };
    }

    private static Operand value(Field field, Operator operator, Node node) {
        boolean asText = operator == Operator.CONTAINS
                || operator == Operator.NOT_CONTAINS
                || operator == Operator.STARTS_WITH
                || operator == Operator.ENDS_WITH;
        return switch (field.type()) {
            case WORDS -> text(node);
            case NUMBER -> asText ? text(node) : new Operand.Amount(node.isBoolean() ? truth(node) : node.number());
            case FLAG -> new Operand.Truth(node.flag());
            case DATE ->
                TimeWords.date(node.plain())
                        .orElseThrow(() -> node.fault(
                                "This is no date.",
                                "a date such as 2024, 2024-05, 2024-05-01 or 2024-05-01T20:00:00Z"));
        };
    }

    private static double truth(Node node) {
        return node.flag() ? 1 : 0;
    }

    private static Operand.Text text(Node node) {
        String text = node.plain();
        if (text.length() > TEXT_CHARS_MAX) {
            throw node.fault("This is too long.", "at most " + TEXT_CHARS_MAX + " characters");
        }
        return new Operand.Text(text);
    }

    private static Operand.Text pattern(Node node) {
        Operand.Text text = text(node);
        try {
            PatternTest.compiled(text.text());
        } catch (PatternSyntaxException e) {
            throw node.fault("This is no pattern: " + e.getDescription(), "a regular expression of RE2");
        }
        return text;
    }

    static Span span(Node node) {
        return Span.read(node.isNumber() ? String.valueOf(node.whole(0, Integer.MAX_VALUE)) : node.text("a span"))
                .orElseThrow(() -> node.fault("This is no span of time.", "days such as 30, or 30d, 12h, 2w, P3M"));
    }

    private static Rule count(Node node) {
        Rule.Event event = Rule.Event.PLAY;
        @Nullable Span within = null;
        List<Rule.Bound> bounds = new ArrayList<>();
        for (Node member : node.members()) {
            switch (member.name().toLowerCase(Locale.ROOT)) {
                case "event" -> event = event(member);
                case "within" -> within = span(member);
                default -> bounds.add(bound(member));
            }
        }
        if (bounds.isEmpty()) {
            throw node.fault("A count is compared with a number.", "a member gt, gte, lt, lte, is or isNot");
        }
        return new Rule.Count(event, within, bounds);
    }

    private static Rule.Event event(Node node) {
        String word = node.text("an event");
        return Arrays.stream(Rule.Event.values())
                .filter(each -> each.word().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> node.fault("There is no such event.", "play, complete, partial or skip"));
    }

    private static Rule.Bound bound(Node node) {
        Optional<Operator> operator = Operator.find(node.name()).filter(BOUNDS::contains);
        return new Rule.Bound(
                operator.orElseThrow(() -> new Fault(
                        node.path(),
                        new Fault.Words(
                                "A count has no such member.",
                                "event, within, gt, gte, lt, lte, is or isNot",
                                node.name()))),
                node.number());
    }
}
