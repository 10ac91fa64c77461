package io.reprise.account;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The day on which a user's weeks begin: Monday, as in ISO 8601, unless the user chose another. */
public enum WeekStart {
    MONDAY(DayOfWeek.MONDAY),
    SUNDAY(DayOfWeek.SUNDAY),
    SATURDAY(DayOfWeek.SATURDAY);

    private final DayOfWeek day;

    WeekStart(DayOfWeek day) {
        this.day = day;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this word, in any case; empty where weeks cannot begin so. */
    public static Optional<WeekStart> ofWord(String word) {
        return Arrays.stream(values())
                .filter(start -> start.word().equalsIgnoreCase(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(WeekStart::word).toList();
    }

    /** The first day of the week that holds this day. */
    public LocalDate startOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(this.day));
    }

    /** The seven days in the order of such a week. */
    public List<DayOfWeek> days() {
        return Stream.iterate(day, next -> next.plus(1))
                .limit(DayOfWeek.values().length)
                .toList();
    }
}
