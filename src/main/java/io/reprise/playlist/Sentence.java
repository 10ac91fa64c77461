package io.reprise.playlist;

import io.reprise.media.MediaKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says a definition in words for people. */
final class Sentence {
    private Sentence() {}

    static String of(Definition definition) {
        StringBuilder said = new StringBuilder(kinds(definition));
        if (!definition.mix().isEmpty()) {
            said.append(" mixed from ").append(definition.mix().size()).append(" lists");
        }
        String rules = rule(definition.rule(), true);
        said.append(rules.isEmpty() ? "" : " where " + rules);
        said.append(", ").append(order(definition.order()));
        bounds(said, definition.bounds());
        String sentence = said.append('.').toString();
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String kinds(Definition definition) {
        return definition.kinds().isEmpty()
                ? "everything"
                : definition.kinds().stream().sorted().map(MediaKind::plural).collect(Collectors.joining(" and "));
    }

    private static String order(Definition.Order order) {
        List<String> keys = order.keys().stream()
                .map(key -> key.field().measure() == Measure.RANDOM
                        ? "shuffled"
                        : "by " + name(key.field()) + (key.descending() ? " (highest first)" : ""))
                .toList();
        return String.join(", then ", keys);
    }

    private static void bounds(StringBuilder said, Definition.Bounds bounds) {
        Definition.PerGroup perGroup = bounds.perGroup();
        Span duration = bounds.duration();
        if (bounds.next()) {
            said.append(", of each series the next one");
        }
        if (perGroup != null) {
            said.append(", at most ").append(perGroup.max()).append(" of each ").append(name(perGroup.field()));
        }
        if (bounds.offset() > 0) {
            said.append(", without the first ").append(bounds.offset());
        }
        if (bounds.limit() > 0) {
            said.append(", at most ").append(bounds.limit());
        } else if (bounds.limitPercent() > 0) {
            said.append(", the first ").append(bounds.limitPercent()).append(" %");
        }
        if (duration != null) {
            said.append(", for ").append(span(duration));
        }
    }

    private static String rule(Rule rule, boolean isTop) {
        return switch (rule) {
            case Rule.All(var rules) -> group(rules, " and ", isTop);
            case Rule.Any(var rules) -> group(rules, " or ", isTop);
            case Rule.Not(var denied) -> "not " + rule(denied, false);
            case Rule.Member(var list, var isIn) -> "it is " + (isIn ? "" : "not ") + "in the list " + list;
            case Rule.Count count -> count(count);
            case Rule.Compare compare -> compare(compare);
        };
    }

    private static String group(List<Rule> rules, String between, boolean isTop) {
        String joined = rules.stream().map(each -> rule(each, false)).collect(Collectors.joining(between));
        return isTop || rules.size() == 1 ? joined : "(" + joined + ")";
    }

    private static String count(Rule.Count count) {
        Span within = count.within();
        String what = switch (count.event()) {
            case PLAY -> "plays";
            case COMPLETE -> "complete plays";
            case PARTIAL -> "plays broken off";
            case SKIP -> "skips";
        };
        return what
                + (within == null ? "" : " in the last " + span(within))
                + count.bounds().stream()
                        .map(bound -> words(bound.operator()) + Numbers.text(bound.value()))
                        .collect(Collectors.joining(" and "));
    }

    static String compare(Rule.Compare rule) {
        String name = name(rule.field());
        List<String> values = rule.operands().stream().map(Sentence::value).toList();
        return switch (rule.operator()) {
            case IS_MISSING, IS_PRESENT -> {
                boolean isTrue = rule.operands().getFirst().equals(new Operand.Truth(true));
                yield name + (isTrue == (rule.operator() == Operator.IS_PRESENT) ? " is known" : " is not known");
            }
            case IS, IS_NOT -> flagged(rule, name, values.getFirst());
            case IN_THE_RANGE -> name + " is from " + values.getFirst() + " to " + values.getLast();
            case IN_THE_LAST -> name + " is in the last " + values.getFirst();
            case NOT_IN_THE_LAST -> name + " is not in the last " + values.getFirst();
            case ON_THIS_DAY -> name + " is on this day of a year";
            case WEEKDAY -> name + " is on " + String.join(" or ", values);
            case HOUR -> name + " is at the hour " + String.join(" or ", values);
            default -> name + words(rule.operator()) + String.join(" or ", values);
        };
    }

    private static String flagged(Rule.Compare rule, String name, String value) {
        if (rule.field().type() == Measure.Type.FLAG) {
            boolean isTrue = value.equals("true") == (rule.operator() == Operator.IS);
            return "it is " + (isTrue ? "" : "not ") + name;
        }
        return name + words(rule.operator()) + value;
    }

    private static String value(Operand operand) {
        return operand instanceof Operand.Ago(Span span) ? span(span) : DefinitionWriter.text(operand);
    }

    private static String span(Span span) {
        return span.isOfDays() && span.days().toTotalMonths() == 0
                ? span.days().getDays() + " days"
                : span.exact().isZero() && span.days().getDays() == 0
                        ? months(span.days().toTotalMonths())
                        : span.exact().toHours() > 0 ? span.exact().toHours() + " hours" : span.text();
    }

    private static String months(long months) {
        return months % 12 == 0 ? months / 12 + (months == 12 ? " year" : " years") : months + " months";
    }

    private static String words(Operator operator) {
        return switch (operator) {
            case IS -> " is ";
            case IS_NOT -> " is not ";
            case GT -> " is above ";
            case LT -> " is below ";
            case GTE -> " is at least ";
            case LTE -> " is at most ";
            case CONTAINS -> " contains ";
            case NOT_CONTAINS -> " does not contain ";
            case STARTS_WITH -> " starts with ";
            case ENDS_WITH -> " ends with ";
            case BEFORE -> " is before ";
            case AFTER -> " is after ";
            case IN -> " is one of ";
            case NOT_IN -> " is none of ";
            case MATCHES -> " matches ";
            case IN_THE_RANGE, IN_THE_LAST, NOT_IN_THE_LAST, IS_MISSING, IS_PRESENT, WEEKDAY, HOUR, ON_THIS_DAY ->
                " " + operator.word() + " ";
        };
    }

    private static String name(Field field) {
        String own = switch (field.measure()) {
            case PLAYS -> "play count";
            case LAST_PLAYED -> "last played";
            case FIRST_PLAYED -> "first played";
            case COMPLETED -> "complete plays";
            case SKIPS -> "skips";
            case PARTIAL -> "plays broken off";
            case LISTENED -> "milliseconds spent";
            case RATED_AT -> "date rated";
            case LOVED_AT -> "date loved";
            default -> "";
        };
        String of = field.scope() == Scope.ITEM || own.isEmpty() ? "" : of(field.scope());
        return own.isEmpty() ? field.word() : of + own;
    }

    private static String of(Scope scope) {
        return switch (scope) {
            case ITEM -> "";
            case CONTAINER -> "the container's ";
            case ALBUM -> "the album's ";
            case SERIES -> "the series' ";
            case FEED -> "the feed's ";
            case CREATOR -> "the artist's ";
        };
    }
}
