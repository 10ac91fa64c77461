package io.reprise.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/** One day of the person, from morning to night: what is done follows on what was done before and never overlaps. */
final class Day {
    private static final int PAUSE_SECONDS_MAX = 12;

    private final LocalDate date;
    private final ZoneId zone;
    private final List<Entry> entries;
    private long free;

    Day(LocalDate date, ZoneId zone, List<Entry> entries) {
        this.date = date;
        this.zone = zone;
        this.entries = entries;
        this.free = entries.isEmpty() ? Long.MIN_VALUE : entries.getLast().end() + 1;
    }

    /** Goes on at this time of the day, some minutes more or less, or when what is at hand has ended. */
    void goOnAt(int hour, int minute, Random random) {
        long at = date.atTime(LocalTime.of(hour, minute)).atZone(zone).toEpochSecond() + random.nextInt(1500);
        free = Math.max(free, at);
    }

    /** Whether there is time before this hour of the same day, 24 being midnight. */
    boolean isBefore(int hour) {
        LocalDate day = hour == 24 ? date.plusDays(1) : date;
        return free < day.atTime(LocalTime.of(hour % 24, 0)).atZone(zone).toEpochSecond();
    }

    void take(Shelf.Taken taken, String client, Random random) {
        entries.add(new Entry(free, taken.seconds(), taken.seconds(), taken.thing(), client));
        free += taken.seconds() + random.nextInt(PAUSE_SECONDS_MAX);
    }
}
