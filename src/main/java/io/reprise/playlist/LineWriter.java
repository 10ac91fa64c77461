package io.reprise.playlist;

import io.reprise.media.MediaKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a definition as a line that {@link LineReader} reads back to the same meaning. */
final class LineWriter {
    /** Thrown to leave the tree; a line has no words for lists of texts with commas, or for mixes. */
    private static final class Unsayable extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private LineWriter() {}

    static Optional<String> line(Definition definition) {
        if (!definition.mix().isEmpty()) {
            return Optional.empty();
        }
        try {
            List<String> words = new ArrayList<>();
            if (!definition.kinds().isEmpty()) {
                words.add("kind:"
                        + definition.kinds().stream()
                                .sorted()
                                .map(MediaKind::word)
                                .collect(Collectors.joining(",")));
            }
            String rules = top(definition.rule());
            if (!rules.isEmpty()) {
                words.add(rules);
            }
            settings(words, definition);
            return words.isEmpty() ? Optional.of("()") : Optional.of(String.join(" ", words));
        } catch (Unsayable e) {
            return Optional.empty();
        }
    }

    private static void settings(List<String> words, Definition definition) {
        Definition.Bounds bounds = definition.bounds();
        String sort = definition.order().keys().stream()
                .map(key -> (key.descending() ? "-" : "") + key.field().word())
                .collect(Collectors.joining(","));
        Definition.PerGroup perGroup = bounds.perGroup();
        Span duration = bounds.duration();
        setting(words, "sort", sort.equals("title") ? null : sort);
        setting(
                words,
                "seed",
                definition.order().seed().equals("daily")
                        ? null
                        : definition.order().seed());
        setting(words, "limit", positive(bounds.limit()));
        setting(words, "limitpercent", positive(bounds.limitPercent()));
        setting(words, "offset", positive(bounds.offset()));
        setting(words, "max", duration == null ? null : duration.text());
        setting(words, "per", perGroup == null ? null : perGroup.field().word() + "=" + perGroup.max());
        setting(words, "unknown", bounds.countsUnknownDates() ? "include" : null);
        setting(words, "next", bounds.next() ? "true" : null);
    }

    private static @Nullable String positive(int number) {
        return number > 0 ? Integer.toString(number) : null;
    }

    private static void setting(List<String> words, String name, @Nullable String value) {
        if (value != null) {
            words.add(name + ":" + value);
        }
    }

    private static String top(Rule rule) {
        return switch (rule) {
            case Rule.All(var rules) -> joined(rules, " ");
            case Rule.Any(var rules) when rules.size() > 1 -> alternatives(rules);
            default -> rule(rule);
        };
    }

    private static String joined(List<Rule> rules, String between) {
        return rules.stream().map(LineWriter::rule).collect(Collectors.joining(between));
    }

    private static String alternatives(List<Rule> rules) {
        return rules.stream()
                .map(rule -> rule instanceof Rule.All(var all) && all.size() > 1 ? joined(all, " ") : rule(rule))
                .collect(Collectors.joining(" , "));
    }

    /** One rule as a line says it, else as JSON. */
    static String said(Rule rule) {
        try {
            return rule(rule);
        } catch (Unsayable e) {
            return DefinitionWriter.rule(rule).toString();
        }
    }

    /** One rule as a word or a group. */
    private static String rule(Rule rule) {
        return switch (rule) {
            case Rule.All(var rules) -> "( " + joined(rules, " ") + " )";
            case Rule.Any(var rules) -> rules.isEmpty() ? "^( )" : "( " + alternatives(rules) + " )";
            case Rule.Not(var denied) -> denied instanceof Rule.All ? "^" + rule(denied) : "^( " + rule(denied) + " )";
            case Rule.Member(var list, var isIn) -> (isIn ? "" : "^") + "list:" + quoted(list);
            case Rule.Count count -> count(count);
            case Rule.Compare compare -> compare(compare);
        };
    }

    private static String count(Rule.Count count) {
        @Nullable Long least = null;
        @Nullable Long most = null;
        for (Rule.Bound bound : count.bounds()) {
            double value = bound.value();
            long below = (long) Math.ceil(value) - 1;
            long above = (long) Math.floor(value) + 1;
            switch (bound.operator()) {
                case GT -> least = larger(least, above);
                case GTE -> least = larger(least, (long) Math.ceil(value));
                case LT -> most = smaller(most, below);
                case LTE -> most = smaller(most, (long) Math.floor(value));
                case IS -> {
                    least = larger(least, (long) Math.ceil(value));
                    most = smaller(most, (long) Math.floor(value));
                }
                default -> throw new Unsayable();
            }
        }
        Span within = count.within();
        return "count(" + count.event().word() + (within == null ? "" : "," + within.text()) + "):"
                + (least == null ? "" : least) + ".." + (most == null ? "" : most);
    }

    private static long larger(@Nullable Long one, long other) {
        return one == null ? other : Math.max(one, other);
    }

    private static long smaller(@Nullable Long one, long other) {
        return one == null ? other : Math.min(one, other);
    }

    private static String compare(Rule.Compare rule) {
        Operator operator = rule.operator();
        if (operator == Operator.IS_PRESENT && rule.operands().getFirst().equals(new Operand.Truth(true))) {
            return "has:" + rule.field().word();
        }
        String first = text(rule.operands().getFirst());
        String said = shortly(rule.field(), operator.affirmed(), rule.operands());
        if (operator == Operator.NOT_IN_THE_LAST) {
            return rule.field().word() + ":..-" + first;
        }
        return said.isEmpty() ? called(rule) : (operator.isDenial() ? "^" : "") + said;
    }

    /** Empty where there is no short way to say it. */
    private static String shortly(Field field, Operator operator, List<Operand> operands) {
        String first = text(operands.getFirst());
        String name = field.word() + ":";
        boolean isText = operands.getFirst() instanceof Operand.Text;
        boolean isKind = field.measure() == Measure.KIND;
        if (isText) {
            return isKind || field.type() != Measure.Type.WORDS
                    ? ""
                    : switch (operator) {
                        case CONTAINS -> name + quoted(first);
                        case IS -> name + "=" + quoted(first);
                        case MATCHES -> name + ":" + quoted(first);
                        default -> "";
                    };
        }
        boolean isDated = first.contains("..") || operator.takesList();
        return isDated
                ? ""
                : switch (operator) {
                    case IS -> name + first;
                    case GTE -> name + first + "..";
                    case LTE -> name + ".." + first;
                    case IN_THE_RANGE -> name + first + ".." + text(operands.getLast());
                    case IN_THE_LAST -> name + "-" + first + "..";
                    default -> "";
                };
    }

    private static String called(Rule.Compare rule) {
        List<String> values = rule.operands().stream().map(LineWriter::text).toList();
        boolean isList = rule.operator().takesList();
        if (isList && values.stream().anyMatch(value -> value.contains(",") || !value.equals(value.strip()))) {
            throw new Unsayable();
        }
        return rule.operator().word() + "(" + rule.field().word() + "):" + quoted(String.join(",", values));
    }

    private static String text(Operand operand) {
        return DefinitionWriter.text(operand);
    }

    private static String quoted(String text) {
        return text.matches("[^\\s\"()\\\\=:~.][^\\s\"()\\\\]*")
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
