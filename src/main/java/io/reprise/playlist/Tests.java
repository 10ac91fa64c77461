package io.reprise.playlist;

import io.reprise.history.Names;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;

/** Makes tests of items out of rules; in a group what is cheaper to ask is asked first. Not thread-safe. */
final class Tests {
    private static final int CHEAP = 0;
    private static final int TEXT = 1;
    private static final int TITLE = 2;
    private static final int HOURS = 24;

    private final Values values;
    private final Wording wording;
    private final Names names;
    private final boolean countsUnknownDates;

    Tests(Values values, boolean countsUnknownDates) {
        this.values = values;
        this.wording = new Wording(values);
        this.names = values.sight().names();
        this.countsUnknownDates = countsUnknownDates;
    }

    IntPredicate of(Rule rule) {
        return switch (rule) {
            case Rule.All(var rules) -> all(tests(rules));
            case Rule.Any(var rules) -> any(tests(rules));
            case Rule.Not(var denied) -> of(denied).negate();
            case Rule.Compare compare -> compare(compare);
            case Rule.Count count -> count(count);
            case Rule.Member(var list, var isIn) -> member(list, isIn);
        };
    }

    private IntPredicate[] tests(List<Rule> rules) {
        return rules.stream()
                .sorted(Comparator.comparingInt(Tests::cost))
                .map(this::of)
                .toArray(IntPredicate[]::new);
    }

    private static int cost(Rule rule) {
        return switch (rule) {
            case Rule.All(var rules) ->
                rules.stream().mapToInt(Tests::cost).max().orElse(CHEAP);
            case Rule.Any(var rules) ->
                rules.stream().mapToInt(Tests::cost).max().orElse(CHEAP);
            case Rule.Not(var denied) -> cost(denied);
            case Rule.Compare compare ->
                compare.field().measure() == Measure.TITLE
                        ? TITLE
                        : compare.field().type() == Measure.Type.WORDS ? TEXT : CHEAP;
            case Rule.Count count -> CHEAP;
            case Rule.Member member -> CHEAP;
        };
    }

    private static IntPredicate all(IntPredicate[] tests) {
        return item -> {
            for (IntPredicate test : tests) {
                if (!test.test(item)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static IntPredicate any(IntPredicate[] tests) {
        return item -> {
            for (IntPredicate test : tests) {
                if (test.test(item)) {
                    return true;
                }
            }
            return false;
        };
    }

    private IntPredicate member(String list, boolean isIn) {
        boolean[] members = new boolean[names.lastItem() + 1];
        for (int item : values.sight().told().lists().items(list).orElse(new int[0])) {
            members[item] = true;
        }
        return item -> members[item] == isIn;
    }

    /** How often it happened, by item. */
    int[] times(Rule.Count count) {
        Span within = count.within();
        long since = within == null
                ? Long.MIN_VALUE
                : within.startBefore(values.sight().now(), values.clock().zones());
        return switch (count.event()) {
            case PLAY, COMPLETE -> within == null ? values.items().plays() : windowed(since);
            case PARTIAL -> values.unfinished(false, since);
            case SKIP -> values.unfinished(true, since);
        };
    }

    private IntPredicate count(Rule.Count count) {
        int[] times = times(count);
        List<DoublePredicate> bounds = count.bounds().stream()
                .map(bound -> Numbers.test(bound.operator(), List.of(bound.value())))
                .toList();
        return item -> {
            for (DoublePredicate bound : bounds) {
                if (!bound.test(times[item])) {
                    return false;
                }
            }
            return true;
        };
    }

    private int[] windowed(long since) {
        CountedPlays counted = values.items();
        int[] times = counted.since(since, values.clock());
        if (countsUnknownDates) {
            counted.addUndated(times);
        }
        return times;
    }

    private IntPredicate compare(Rule.Compare rule) {
        Operator operator = rule.operator();
        Field field = rule.field();
        if (operator.isOfPresence()) {
            boolean wanted =
                    (operator == Operator.IS_PRESENT) == isTrue(rule.operands().getFirst());
            IntPredicate present = present(field);
            return item -> present.test(item) == wanted;
        }
        return switch (field.type()) {
            case WORDS -> words(rule);
            case NUMBER, FLAG -> numbers(rule);
            case DATE -> dates(rule);
        };
    }

    private static boolean isTrue(Operand operand) {
        return operand instanceof Operand.Truth(boolean value) && value;
    }

    private IntPredicate present(Field field) {
        if (field.measure() == Measure.PLAYED || field.measure() == Measure.SOURCE) {
            int[] plays = values.items().plays();
            return item -> plays[item] != 0;
        }
        if (field.type() == Measure.Type.WORDS) {
            IntFunction<List<String>> texts = wording.texts(field);
            return item -> !texts.apply(item).isEmpty();
        }
        Column column = values.column(field);
        return item -> !Double.isNaN(column.of(item));
    }

    private IntPredicate words(Rule.Compare rule) {
        IntPredicate fits =
                wording.fitting(rule.field(), TextTests.of(rule.operator().affirmed(), rule.operands()));
        return rule.operator().isDenial() ? fits.negate() : fits;
    }

    private IntPredicate numbers(Rule.Compare rule) {
        Column column = values.column(rule.field());
        double otherwise = rule.field().hasDefault() ? 0 : Column.MISSING;
        DoublePredicate fits = Numbers.test(rule.operator().affirmed(), rule.operands(), rule.field());
        boolean denies = rule.operator().isDenial();
        return item -> {
            double told = column.of(item);
            double value = Double.isNaN(told) ? otherwise : told;
            return (!Double.isNaN(value) && fits.test(value)) != denies;
        };
    }

    private IntPredicate dates(Rule.Compare rule) {
        boolean denies = rule.operator().isDenial();
        DoublePredicate fits = date(rule);
        if (rule.field().measure() == Measure.PLAYED) {
            boolean[] played = played(fits);
            return item -> played[item] != denies;
        }
        Column column = values.column(rule.field());
        return item -> {
            double at = column.of(item);
            return (!Double.isNaN(at) && fits.test(at)) != denies;
        };
    }

    private boolean[] played(DoublePredicate fits) {
        Sight sight = values.sight();
        Clock clock = values.clock();
        boolean[] played = new boolean[names.lastItem() + 1];
        for (int i = values.items().firstDated(); i < sight.end(); i++) {
            if (fits.test(clock.time(i))) {
                played[sight.history().item(i)] = true;
            }
        }
        return played;
    }

    private DoublePredicate date(Rule.Compare rule) {
        Operator operator = rule.operator().affirmed();
        Clock clock = values.clock();
        List<Operand> operands = rule.operands();
        return switch (operator) {
            case IN_THE_LAST -> since(operands.getFirst());
            case WEEKDAY -> {
                boolean[] wanted = new boolean[DayOfWeek.values().length + 1];
                for (DayOfWeek day : DayOfWeek.values()) {
                    wanted[day.getValue()] = operands.contains(new Operand.Weekday(day));
                }
                yield at -> wanted[clock.weekday((long) at)];
            }
            case HOUR -> {
                boolean[] wanted = new boolean[HOURS];
                for (int hour = 0; hour < HOURS; hour++) {
                    wanted[hour] = isWanted(hour, operands);
                }
                yield at -> wanted[clock.hour((long) at)];
            }
            case ON_THIS_DAY -> onThisDay(isTrue(operands.getFirst()));
            default -> Numbers.dates(operator, operands, clock);
        };
    }

    private DoublePredicate since(Operand operand) {
        Optional<Span> span = operand instanceof Operand.Ago(var told) ? Optional.of(told) : Optional.empty();
        long begin = span.map(each ->
                        each.startBefore(values.sight().now(), values.clock().zones()))
                .orElse(Long.MAX_VALUE);
        return at -> at >= begin;
    }

    private static boolean isWanted(int hour, List<Operand> operands) {
        return operands.stream().anyMatch(each -> each instanceof Operand.Hours hours && hours.holds(hour));
    }

    /** The day of the year that it is now, in other years and this one. */
    private DoublePredicate onThisDay(boolean wanted) {
        Clock clock = values.clock();
        MonthDay today = monthDay(clock.day(values.sight().now()));
        DayMemory isToday = new DayMemory(day -> monthDay(day).equals(today) == wanted);
        return at -> isToday.test(clock.day((long) at));
    }

    private static MonthDay monthDay(long epochDay) {
        return MonthDay.from(LocalDate.ofEpochDay(epochDay));
    }

    /** Asks once for plays of one day, which follow one another. For one thread. */
    private static final class DayMemory implements LongPredicate {
        private final LongPredicate asked;
        private long day = Long.MIN_VALUE;
        private boolean answer;

        DayMemory(LongPredicate asked) {
            this.asked = asked;
        }

        @Override
        public boolean test(long epochDay) {
            if (epochDay != day) {
                day = epochDay;
                answer = asked.test(epochDay);
            }
            return answer;
        }
    }
}
