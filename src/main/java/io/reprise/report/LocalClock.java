package io.reprise.report;

import io.reprise.account.ZoneHistory;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Tells the user's wall time for many seconds, quickly where few of them lie on different sides of a change of the
 * clocks: an offset is looked up once while it holds. Not thread-safe.
 */
public final class LocalClock {
    private static final int HOUR_SECONDS = 3600;
    private static final int DAY_SECONDS = 86_400;
    /** 1970-01-01 was a Thursday, the fourth day from Monday. */
    private static final int EPOCH_WEEKDAY = 3;

    private final ZoneHistory zones;
    private long holdsFrom = 1;
    private long holdsTo;
    private int offset;

    public LocalClock(ZoneHistory zones) {
        this.zones = zones;
    }

    /** 0 to 23. */
    public int hour(long at) {
        return (int) Math.floorMod(at + offset(at), (long) DAY_SECONDS) / HOUR_SECONDS;
    }

    /** 0 for Monday to 6 for Sunday. */
    public int weekday(long at) {
        return (int) Math.floorMod(Math.floorDiv(at + offset(at), (long) DAY_SECONDS) + EPOCH_WEEKDAY, 7L);
    }

    /** Seconds ahead of UTC. */
    public int offset(long at) {
        if (at < holdsFrom || at >= holdsTo) {
            look(at);
        }
        return offset;
    }

    private void look(long at) {
        offset = zones.offsetAt(at);
        ZoneRules rules = zones.zoneAt(at).getRules();
        ZoneOffsetTransition before = rules.previousTransition(Instant.ofEpochSecond(at + 1));
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(at));
        holdsFrom = before == null ? Long.MIN_VALUE : before.toEpochSecond();
        holdsTo = next == null ? Long.MAX_VALUE : next.toEpochSecond();
        for (ZoneHistory.Period period : zones.periods()) {
            if (period.since() > at) {
                holdsTo = Math.min(holdsTo, period.since());
            } else {
                holdsFrom = Math.max(holdsFrom, period.since());
            }
        }
    }
}
