package io.reprise.history;

import io.reprise.account.Calendar;
import io.reprise.account.WeekStart;
import io.reprise.account.ZoneHistory;
import io.reprise.play.Play;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Precision;
import java.util.Map;

/**
 * One user's counted plays in the order of time (undated ones first), as columns: ask for the play at an index from 0
 * to {@link #size}. Items and containers are canonical numbers of {@link #names}. Immutable and thread-safe.
 */
public final class History {
    /** {@link #at} of a play whose time is not known. */
    public static final long UNDATED = Play.UNDATED;
    /** {@link #day} of a play whose day is not known. */
    public static final int NO_DAY = Play.NO_DAY;

    private final Columns columns;
    private final Names names;
    private final Calendar calendar;
    private final Map<Integer, Origin> origins;
    private final Unfinished unfinished;

    History(Columns columns, Names names, Calendar calendar, Map<Integer, Origin> origins, Unfinished unfinished) {
        this.unfinished = unfinished;
        this.columns = columns;
        this.names = names;
        this.calendar = calendar;
        this.origins = Map.copyOf(origins);
    }

    /** A history without plays. */
    public static History empty(Calendar calendar) {
        Names names = new Names();
        names.endCredits();
        names.take(Facts.Raw.nothing());
        return new History(new Columns(0), names, calendar, Map.of(), Unfinished.NONE);
    }

    public int size() {
        return columns.size();
    }

    /** When it began: epoch seconds (UTC; local wall time where {@link #hasTime} is false), or {@link #UNDATED}. */
    public long at(int index) {
        return columns.at(index);
    }

    /** The user's local day, as days since 1970-01-01, or {@link #NO_DAY}. */
    public int day(int index) {
        return columns.day(index);
    }

    /** Whether the time of day is known. */
    public boolean hasTime(int index) {
        return columns.precision(index) <= Precision.MINUTE.code();
    }

    public Precision precision(int index) {
        return Precision.ofCode(columns.precision(index));
    }

    /** The canonical item played. */
    public int item(int index) {
        return names.canonicalItem(columns.item(index));
    }

    /** The item it was first found to be, before any merge: quicker than {@link #item} where many plays are counted. */
    public int originalItem(int index) {
        return columns.item(index);
    }

    /** The canonical container it counts for: the one told, unless its item was moved; 0 where there is none. */
    public int container(int index) {
        return names.containerOf(columns.item(index), columns.container(index));
    }

    /** Seconds spent: as told, else the whole length of its item; 0 where neither is known. */
    public int seconds(int index) {
        int told = columns.seconds(index);
        return told != 0 ? told : names.length(columns.item(index));
    }

    /** Seconds spent as they were told, 0 where they were not. */
    public int toldSeconds(int index) {
        return columns.seconds(index);
    }

    /** The number of its origin with this user. */
    public int origin(int index) {
        return columns.origin(index);
    }

    /** The number of its scrobble in the user's log. */
    public long number(int index) {
        return columns.number(index);
    }

    public Names names() {
        return names;
    }

    public ZoneHistory zones() {
        return calendar.zones();
    }

    public Calendar calendar() {
        return calendar;
    }

    /** The day on which the user's weeks begin. */
    public WeekStart weekStart() {
        return calendar.weekStart();
    }

    /** Every origin of the user, by its number. */
    public Map<Integer, Origin> origins() {
        return origins;
    }

    /** What was broken off or skipped beside these plays. */
    public Unfinished unfinished() {
        return unfinished;
    }

    /** The first index whose play began at this second or later; {@link #size} where there is none. */
    public int firstFrom(long epochSecond) {
        int low = 0;
        int high = columns.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (columns.at(middle) < epochSecond) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Columns columns() {
        return columns;
    }

    /** About how much memory this takes, in bytes. */
    long weight() {
        return columns.weight() + names.weight() + unfinished.weight();
    }
}
