package io.reprise.playlist;

import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/** Compares numbers and dates. */
final class Numbers {
    private Numbers() {}

    /** What an operator, without its denial, says of a number. */
    static DoublePredicate test(Operator operator, List<Operand> operands, Field field) {
        if (operands.getFirst() instanceof Operand.Text && field.type() == Measure.Type.NUMBER) {
            Predicate<String> fits = TextTests.of(operator, operands);
            return value -> fits.test(text(value));
        }
        return test(operator, operands.stream().map(Numbers::amount).toList());
    }

    private static double amount(Operand operand) {
        return switch (operand) {
            case Operand.Amount(double value) -> value;
            case Operand.Truth(boolean value) -> value ? 1 : 0;
            default -> throw new IllegalArgumentException("a number is compared with a number, not " + operand);
        };
    }

    static DoublePredicate test(Operator operator, List<Double> operands) {
        double one = operands.getFirst();
        double last = operands.getLast();
        return switch (operator) {
            case IS -> value -> value == one;
            case IS_NOT -> value -> value != one;
            case GT, AFTER -> value -> value > one;
            case GTE -> value -> value >= one;
            case LT, BEFORE -> value -> value < one;
            case LTE -> value -> value <= one;
            case IN_THE_RANGE -> value -> value >= one && value <= last;
            case IN -> operands::contains;
            default -> throw new IllegalArgumentException(operator.word() + " does not compare numbers");
        };
    }

    /** What an operator, without its denial, says of a second. */
    static DoublePredicate dates(Operator operator, List<Operand> operands, Clock clock) {
        double begin = begin(operands.getFirst(), clock);
        double end = end(operands.getFirst(), clock);
        return switch (operator) {
            case IS -> at -> at >= begin && at < end;
            case GT, AFTER -> at -> at > begin;
            case GTE -> at -> at >= begin;
            case LT, BEFORE -> at -> at < begin;
            case LTE -> at -> at < end;
            case IN_THE_RANGE -> {
                double to = end(operands.getLast(), clock);
                yield at -> at >= begin && at < to;
            }
            case IN ->
                operands.stream()
                        .map(each -> dates(Operator.IS, List.of(each), clock))
                        .reduce(at -> false, DoublePredicate::or);
            default -> throw new IllegalArgumentException(operator.word() + " does not compare dates");
        };
    }

    private static double begin(Operand operand, Clock clock) {
        return switch (operand) {
            case Operand.Days(var text, var first, var last) -> clock.startOf(first);
            case Operand.At(var text, long second) -> second;
            default -> throw new IllegalArgumentException("a date is compared with a date, not " + operand);
        };
    }

    /** The second after it. */
    private static double end(Operand operand, Clock clock) {
        return switch (operand) {
            case Operand.Days(var text, var first, var last) -> clock.startOf(last.plusDays(1));
            case Operand.At(var text, long second) -> second + 1;
            default -> throw new IllegalArgumentException("a date is compared with a date, not " + operand);
        };
    }

    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
