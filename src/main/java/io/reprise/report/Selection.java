package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.MediaKind;
import java.time.LocalDate;

/**
 * A range and a filter, made ready for one history: plain checks by index, without objects. Only indices from {@link
 * #first} up to {@link #end} can be in it.
 */
final class Selection {
    private static final long DAY_SECONDS = 86_400;
    /** A local day differs from the day in UTC by less than this (Manila before 1845: 15 h 56 min). */
    private static final long ZONE_SECONDS_MAX = DAY_SECONDS;
    /** The times of plays are kept between these, while days reach further; at the ends only the day decides. */
    private static final long KEPT_FROM = LocalDate.of(1930, 1, 3).toEpochDay() * DAY_SECONDS;

    private static final long KEPT_TO = LocalDate.of(2066, 1, 1).toEpochDay() * DAY_SECONDS;
    /** No date is coarser than a year. */
    private static final int COARSE_DAYS_MAX = 366;

    final History history;
    final Names names;
    final Range range;
    final int first;
    final int end;
    private final boolean all;
    private final int fromDay;
    private final int toDay;
    private final long surelyWholeTo;
    private final int kinds;
    private final int creator;
    private final int container;
    private final int item;
    private final int origin;
    private final boolean checksPlays;
    private final boolean checksItems;

    private static final int NOTHING = -1;

    Selection(History history, Range range, Filter filter) {
        this.history = history;
        this.names = history.names();
        this.range = range;
        this.all = range.isAll();
        this.fromDay = range.fromDay();
        this.toDay = range.toDay();
        this.surelyWholeTo = (long) toDay - COARSE_DAYS_MAX;
        this.first = range.from().isEmpty()
                ? (all ? 0 : history.firstFrom(History.UNDATED + 1))
                : history.firstFrom(Math.min(fromDay * DAY_SECONDS - ZONE_SECONDS_MAX, KEPT_TO));
        this.end = range.to().isEmpty()
                ? history.size()
                : Math.max(first, history.firstFrom(Math.max((toDay + 1) * DAY_SECONDS + ZONE_SECONDS_MAX, KEPT_FROM)));
        this.kinds = bits(filter);
        this.creator = number(Subject.CREATOR, filter.creator());
        this.container = number(Subject.CONTAINER, filter.container());
        this.item = number(Subject.ITEM, filter.item());
        this.origin = filter.origin();
        this.checksPlays = container != 0 || origin != 0;
        this.checksItems = !filter.kinds().isEmpty() || creator != 0 || item != 0;
    }

    private static int bits(Filter filter) {
        int bits = filter.kinds().isEmpty() ? -1 : 0;
        for (MediaKind kind : filter.kinds()) {
            bits |= 1 << kind.code();
        }
        return bits;
    }

    private int number(Subject subject, int asked) {
        int canonical = subject.canonical(names, asked);
        return asked != 0 && canonical == 0 ? NOTHING : canonical;
    }

    /** Whether the play at this index is meant. */
    boolean has(int index) {
        return inRange(index) && playFits(index) && (!checksItems || itemFits(history.item(index)));
    }

    boolean inRange(int index) {
        if (all) {
            return true;
        }
        int day = history.day(index);
        if (day < fromDay || day > toDay || day == History.NO_DAY) {
            return false;
        }
        return day <= surelyWholeTo || history.hasTime(index) || range.holds(day, history.precision(index));
    }

    private boolean playFits(int index) {
        return !checksPlays
                || (container == 0 || history.container(index) == container)
                        && (origin == 0 || history.origin(index) == origin);
    }

    private boolean itemFits(int candidate) {
        return (kinds >>> names.kindCode(candidate) & 1) != 0
                && (item == 0 || item == candidate)
                && (creator == 0 || credits(candidate));
    }

    private boolean credits(int candidate) {
        for (int i = 0; i < names.creditCount(candidate); i++) {
            if (names.creator(candidate, i) == creator) {
                return true;
            }
        }
        return false;
    }

    /** The plays of each item, by its number. */
    int[] itemPlays() {
        int[] plays = new int[names.lastItem() + 1];
        if (all && !checksPlays) {
            for (int i = first; i < end; i++) {
                plays[history.item(i)]++;
            }
        } else {
            for (int i = first; i < end; i++) {
                if (inRange(i) && playFits(i)) {
                    plays[history.item(i)]++;
                }
            }
        }
        for (int number = 0; checksItems && number < plays.length; number++) {
            if (plays[number] != 0 && !itemFits(number)) {
                plays[number] = 0;
            }
        }
        return plays;
    }

    /** The seconds spent with each item, by its number. */
    long[] itemSeconds() {
        long[] seconds = new long[names.lastItem() + 1];
        for (int i = first; i < end; i++) {
            int spent = history.seconds(i);
            if (spent != 0 && inRange(i) && playFits(i)) {
                seconds[history.item(i)] += spent;
            }
        }
        for (int number = 0; checksItems && number < seconds.length; number++) {
            if (seconds[number] != 0 && !itemFits(number)) {
                seconds[number] = 0;
            }
        }
        return seconds;
    }
}
