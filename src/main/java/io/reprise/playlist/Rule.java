package io.reprise.playlist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to hold of an item: a tree of groups and comparisons. Immutable. */
sealed interface Rule {
    int RULES_MAX = 500;
    int DEPTH_MAX = 20;
    int OPERANDS_MAX = 1_000;

    /** Every one; holds where there is none. */
    record All(List<Rule> rules) implements Rule {
        public All {
            rules = List.copyOf(rules);
        }
    }

    /** At least one; does not hold where there is none. */
    record Any(List<Rule> rules) implements Rule {
        public Any {
            rules = List.copyOf(rules);
        }
    }

    record Not(Rule rule) implements Rule {}

    /** A field against one value, two (the ends of a range, both included) or a list of them. */
    record Compare(Field field, Operator operator, List<Operand> operands) implements Rule {
        public Compare {
            operands = List.copyOf(operands);
            int size = operands.size();
            boolean isSize = operator == Operator.IN_THE_RANGE
                    ? size == 2
                    : operator.takesList() ? size >= 1 && size <= OPERANDS_MAX : size == 1;
            if (!isSize || !operator.fits(field.type())) {
                throw new IllegalArgumentException(
                        operator.word() + " does not go with " + field.word() + " and " + size + " values");
            }
        }
    }

    /** How often something happened to the item, in the span before now or ever. */
    record Count(Event event, @Nullable Span within, List<Bound> bounds) implements Rule {
        public Count {
            bounds = List.copyOf(bounds);
            if (bounds.isEmpty()) {
                throw new IllegalArgumentException("a count is compared with a number");
            }
        }
    }

    /** Whether the item is in another list of the user, by its id. */
    record Member(String list, boolean isIn) implements Rule {}

    /** One comparison of a count. */
    record Bound(Operator operator, double value) {}

    /** What is counted. */
    enum Event {
        PLAY,
        COMPLETE,
        PARTIAL,
        SKIP;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
