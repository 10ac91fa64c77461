package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.MediaKind;
import java.time.LocalDate;

/**
 * A range and a filter, made ready for one history: plain checks by index, without objects. Only indices from
 * {@link #first} up to {@link #end} can be in it.
 */
final class Selection {
    private static final long DAY_SECONDS = 86_400;
    /** A local day differs from the day in UTC by less than this (Manila before 1845: 15 h 56 min). */
    private static final long ZONE_SECONDS_MAX = DAY_SECONDS;
    /** The times of plays are kept between these, while days reach further; beyond them only the day decides. */
    private static final long KEPT_FROM = LocalDate.of(1930, 1, 3).toEpochDay() * DAY_SECONDS;

    private static final long KEPT_TO = LocalDate.of(2066, 1, 1).toEpochDay() * DAY_SECONDS;
    /** No date is told more coarsely than by its year. */
    private static final int COARSE_DAYS_MAX = 366;

    private static final int NOTHING = -1;

    final History history;
    final Names names;
    final Range range;
    final int first;
    final int end;
    /** From here up to {@link #sureEnd} every play lies in the range, by its time alone. */
    final int sureFirst;

    final int sureEnd;
    private final int creator;
    private final int container;
    private final int item;
    private final int origin;
    private final boolean checksPlays;
    /** By original item; empty where every item will do. */
    private final boolean[] fits;

    Selection(History history, Range range, Filter filter) {
        this.history = history;
        this.names = history.names();
        this.range = range;
        boolean all = range.isAll();
        long from = range.fromDay() * DAY_SECONDS;
        long to = (range.toDay() + 1L) * DAY_SECONDS;
        int dated = all ? 0 : history.firstFrom(History.UNDATED + 1);
        this.first = all ? 0 : Math.max(dated, history.firstFrom(Math.min(from - ZONE_SECONDS_MAX, KEPT_TO)));
        this.end =
                all ? history.size() : Math.max(first, history.firstFrom(Math.max(to + ZONE_SECONDS_MAX, KEPT_FROM)));
        this.sureFirst = all ? 0 : clamped(history.firstFrom(Math.max(from + ZONE_SECONDS_MAX, KEPT_FROM)));
        this.sureEnd = all
                ? end
                : Math.max(
                        sureFirst,
                        clamped(history.firstFrom(
                                Math.min(to - ZONE_SECONDS_MAX - COARSE_DAYS_MAX * DAY_SECONDS, KEPT_TO))));
        this.creator = number(Subject.CREATOR, filter.creator());
        this.container = number(Subject.CONTAINER, filter.container());
        this.item = number(Subject.ITEM, filter.item());
        this.origin = filter.origin();
        this.checksPlays = container != 0 || origin != 0;
        boolean any = filter.kinds().isEmpty() && creator == 0 && item == 0 && !names.ignoresAny();
        this.fits = any ? new boolean[0] : fitting(bits(filter));
    }

    private int clamped(int index) {
        return Math.clamp(index, first, end);
    }

    private int number(Subject subject, int asked) {
        int canonical = subject.canonical(names, asked);
        return asked != 0 && canonical == 0 ? NOTHING : canonical;
    }

    private static int bits(Filter filter) {
        int bits = filter.kinds().isEmpty() ? -1 : 0;
        for (MediaKind kind : filter.kinds()) {
            bits |= 1 << kind.code();
        }
        return bits;
    }

    private boolean[] fitting(int kinds) {
        boolean[] fitting = new boolean[names.lastItem() + 1];
        for (int number = 1; number < fitting.length; number++) {
            int now = names.canonicalItem(number);
            fitting[number] = (kinds >>> names.kindCode(now) & 1) != 0
                    && (item == 0 ? !names.isIgnored(now) : item == now)
                    && (creator == 0 || isCredited(now));
        }
        return fitting;
    }

    private boolean isCredited(int candidate) {
        for (int i = 0; i < names.creditCount(candidate); i++) {
            if (names.creator(candidate, i) == creator) {
                return true;
            }
        }
        return false;
    }

    /** Whether the play at this index is meant. */
    boolean has(int index) {
        return inRange(index) && fits(index);
    }

    boolean inRange(int index) {
        return index >= sureFirst && index < sureEnd || dayInRange(index);
    }

    private boolean dayInRange(int index) {
        int day = history.day(index);
        return day >= range.fromDay()
                && day <= range.toDay()
                && day != History.NO_DAY
                && (history.hasTime(index) || range.holds(day, history.precision(index)));
    }

    private boolean fits(int index) {
        return (fits.length == 0 || fits[history.originalItem(index)])
                && (!checksPlays
                        || (container == 0 || history.container(index) == container)
                                && (origin == 0 || history.origin(index) == origin));
    }

    /** Whether a play is meant depends on its time and item alone. */
    boolean isByItem() {
        return !checksPlays;
    }

    /** Whether plays of this original item can be meant. */
    boolean fitsItem(int original) {
        return fits.length == 0 || fits[original];
    }
}
