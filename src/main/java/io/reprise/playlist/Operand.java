package io.reprise.playlist;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** What a field is compared with. */
sealed interface Operand {
    record Text(String text) implements Operand {}

    record Amount(double value) implements Operand {
        public Amount {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a rule compares with a number, not " + value);
            }
        }
    }

    record Truth(boolean value) implements Operand {}

    /** Local days from {@code first} to {@code last}, as they were told: a day, a month or a year. */
    record Days(String text, LocalDate first, LocalDate last) implements Operand {}

    /** A second (epoch seconds, UTC), as it was told. */
    record At(String text, long second) implements Operand {}

    record Ago(Span span) implements Operand {}

    record Weekday(DayOfWeek day) implements Operand {}

    /** Hours of the day (0 to 23), both included; {@code from} above {@code to} passes midnight. */
    record Hours(int from, int to) implements Operand {
        public Hours {
            if (from < 0 || from > 23 || to < 0 || to > 23) {
                throw new IllegalArgumentException("hours go from 0 to 23, not " + from + " to " + to);
            }
        }

        boolean holds(int hour) {
            return from <= to ? hour >= from && hour <= to : hour >= from || hour <= to;
        }
    }
}
