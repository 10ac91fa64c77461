package io.reprise.playlist;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntPredicate;

/** Tells for an item which rules held of it, and what was found of it. For few items; not thread-safe. */
final class Why {
    private final Values values;
    private final Tests tests;
    private final Wording wording;

    Why(Values values, boolean countsUnknownDates) {
        this.values = values;
        this.tests = new Tests(values, countsUnknownDates);
        this.wording = new Wording(values);
    }

    /** What tells the reasons of items by one rule: its tests are made once. */
    interface Teller {
        void tell(int item, List<Evaluator.Reason> into);
    }

    Teller of(Rule rule) {
        return switch (rule) {
            case Rule.All(var rules) -> everyOf(rules);
            case Rule.Any(var rules) -> thoseThatHold(rules);
            case Rule.Not(var denied) -> (item, into) -> into.add(new Evaluator.Reason("^" + said(denied), ""));
            case Rule.Compare compare -> compared(compare);
            case Rule.Count count -> counted(count);
            case Rule.Member member -> (item, into) -> into.add(new Evaluator.Reason(said(member), ""));
        };
    }

    private Teller everyOf(List<Rule> rules) {
        List<Teller> tellers = rules.stream().map(this::of).toList();
        return (item, into) -> tellers.forEach(teller -> teller.tell(item, into));
    }

    private Teller thoseThatHold(List<Rule> rules) {
        List<Teller> tellers = rules.stream().map(this::of).toList();
        List<IntPredicate> holds = rules.stream().map(tests::of).toList();
        return (item, into) -> {
            for (int i = 0; i < tellers.size(); i++) {
                if (holds.get(i).test(item)) {
                    tellers.get(i).tell(item, into);
                }
            }
        };
    }

    private Teller counted(Rule.Count count) {
        int[] times = tests.times(count);
        return (item, into) -> into.add(new Evaluator.Reason(said(count), Integer.toString(times[item])));
    }

    private Teller compared(Rule.Compare compare) {
        Field field = compare.field();
        if (field.type() == Measure.Type.WORDS) {
            var texts = wording.texts(field);
            return (item, into) -> into.add(new Evaluator.Reason(said(compare), String.join("; ", texts.apply(item))));
        }
        Column column = field.measure() == Measure.PLAYED ? item -> Column.MISSING : values.column(field);
        return (item, into) -> into.add(new Evaluator.Reason(said(compare), shown(field, column.of(item))));
    }

    private String shown(Field field, double value) {
        if (Double.isNaN(value)) {
            return field.hasDefault() ? field.type() == Measure.Type.FLAG ? "false" : "0" : "";
        }
        return switch (field.type()) {
            case DATE -> local((long) value);
            case FLAG -> value == 0 ? "false" : "true";
            case NUMBER, WORDS -> Numbers.text(value);
        };
    }

    private String local(long at) {
        return Instant.ofEpochSecond(at)
                .atOffset(ZoneOffset.ofTotalSeconds(values.clock().zones().offsetAt(at)))
                .toString();
    }

    private static String said(Rule rule) {
        return LineWriter.said(rule);
    }
}
