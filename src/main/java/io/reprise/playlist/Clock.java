package io.reprise.playlist;

import io.reprise.account.ZoneHistory;
import io.reprise.history.History;
import io.reprise.report.LocalClock;
import java.time.LocalDate;

/** When plays were for the user: of a play with a date alone the day's beginning. Not thread-safe. */
final class Clock {
    private static final int DAY_SECONDS = 86_400;

    private final History history;
    private final LocalClock local;
    private int knownDay = History.NO_DAY;
    private long knownStart;

    Clock(History history) {
        this.history = history;
        this.local = new LocalClock(history.zones());
    }

    ZoneHistory zones() {
        return history.zones();
    }

    /** Epoch seconds (UTC) of a dated play. */
    long time(int index) {
        if (history.hasTime(index)) {
            return history.at(index);
        }
        int day = history.day(index);
        return day == History.NO_DAY ? history.at(index) : start(day);
    }

    private long start(int day) {
        if (day != knownDay) {
            knownDay = day;
            knownStart = history.zones().startOf(LocalDate.ofEpochDay(day));
        }
        return knownStart;
    }

    long startOf(LocalDate day) {
        return history.zones().startOf(day);
    }

    int hour(long at) {
        return local.hour(at);
    }

    /** 1 for Monday to 7 for Sunday. */
    int weekday(long at) {
        return local.weekday(at) + 1;
    }

    /** The local day, as days since 1970-01-01. */
    long day(long at) {
        return Math.floorDiv(at + local.offset(at), (long) DAY_SECONDS);
    }
}
