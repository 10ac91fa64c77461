package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.time.LocalDate;

/** One value of an answer, with its meaning, so that each reader writes it in its own way. */
public sealed interface Cell {
    /** Nothing known or nothing to say. */
    Cell NOTHING = new Nothing();

    /** How many. */
    record Count(long value) implements Cell {}

    /** A time spent or lasting, in seconds. */
    record Span(long seconds) implements Cell {}

    /** A part of a whole, from 0 to 1. */
    record Share(double value) implements Cell {}

    /** A number that is none of these, such as a score. */
    record Decimal(double value) implements Cell {}

    /** A label or a word; also a step such as {@code 2022-W42}. */
    record Text(String value) implements Cell {}

    /** A local day of the user. */
    record Day(LocalDate value) implements Cell {}

    /** A play's moment, as exactly as it is known. */
    record At(Moment value) implements Cell {}

    /** A creator, container or item. */
    record Thing(Named value) implements Cell {}

    /** See {@link #NOTHING}. */
    record Nothing() implements Cell {}

    static Cell count(long value) {
        return new Count(value);
    }

    static Cell span(long seconds) {
        return new Span(seconds);
    }

    /** The part that {@code of} is of the whole; nothing of nothing is 0. */
    static Cell share(double of, double whole) {
        return new Share(whole == 0 ? 0 : of / whole);
    }

    static Cell decimal(double value) {
        return new Decimal(value);
    }

    static Cell text(String value) {
        return new Text(value);
    }

    /** The local day with this number, or nothing. */
    static Cell day(int day) {
        return day == History.NO_DAY ? NOTHING : new Day(LocalDate.ofEpochDay(day));
    }

    static Cell at(History history, int index) {
        return new At(Moment.of(history, index));
    }

    static Cell thing(Names names, Subject subject, int number) {
        return number == 0 ? NOTHING : new Thing(Named.of(names, subject, number));
    }
}
