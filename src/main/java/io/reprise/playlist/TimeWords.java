package io.reprise.playlist;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/** Reads dates, days of the week and hours of the day, as people and programs write them. */
final class TimeWords {
    private TimeWords() {}

    /** A year, month or day, or a second with its offset; empty where it is none. */
    static Optional<Operand> date(String told) {
        String text = told.strip();
        try {
            if (text.matches("\\d{4}")) {
                LocalDate first = LocalDate.of(Integer.parseInt(text), 1, 1);
                return Optional.of(
                        new Operand.Days(text, first, first.plusYears(1).minusDays(1)));
            }
            if (text.matches("\\d{4}-\\d{1,2}")) {
                String[] parts = text.split("-");
                YearMonth month = YearMonth.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
                return Optional.of(new Operand.Days(text, month.atDay(1), month.atEndOfMonth()));
            }
            if (text.length() == "2024-05-01".length()) {
                LocalDate day = LocalDate.parse(text);
                return Optional.of(new Operand.Days(text, day, day));
            }
            return Optional.of(second(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A time without an offset counts as its day, for whose clock it is nobody said. */
    private static Operand second(String text) {
        String joined = text.replace(' ', 'T');
        if (joined.matches(".*(Z|z|[+-]\\d\\d:?\\d\\d)")) {
            return new Operand.At(
                    text, OffsetDateTime.parse(joined.toUpperCase(Locale.ROOT)).toEpochSecond());
        }
        LocalDate day = LocalDateTime.parse(joined).toLocalDate();
        return new Operand.Days(text, day, day);
    }

    /** {@code mon}, {@code Monday}, or 1 for Monday to 7. */
    static Optional<DayOfWeek> weekday(String told) {
        String word = told.strip().toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean isNamed = word.length() >= 3 && day.name().startsWith(word);
            if (isNamed || word.equals(String.valueOf(day.getValue()))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /** {@code 7} or {@code 22..4}. */
    static Optional<Operand> hours(String told) {
        String text = told.strip().replace("-", "..");
        if (!text.matches("\\d{1,2}(\\.\\.\\d{1,2})?")) {
            return Optional.empty();
        }
        String[] ends = text.split("\\.\\.");
        int from = Integer.parseInt(ends[0]);
        int to = Integer.parseInt(ends[ends.length - 1]);
        return from > 23 || to > 23 ? Optional.empty() : Optional.of(new Operand.Hours(from, to));
    }
}
