package io.reprise.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a user lived, and since when: moving house does not rewrite the past. The first period reaches back for ever.
 * Immutable and thread-safe.
 */
public record ZoneHistory(List<Period> periods) {
    /** From {@code since} (epoch seconds, UTC) on the user's clock showed the time of {@code zone}. */
    public record Period(long since, ZoneId zone) {}

    public static final ZoneHistory UTC = of(ZoneOffset.UTC);

    public ZoneHistory {
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("a zone history has at least one period");
        }
        periods =
                periods.stream().sorted(Comparator.comparingLong(Period::since)).toList();
    }

    public static ZoneHistory of(ZoneId zone) {
        return new ZoneHistory(List.of(new Period(Long.MIN_VALUE, zone)));
    }

    /** The zone valid at this second. */
    public ZoneId zoneAt(long epochSecond) {
        ZoneId zone = periods.getFirst().zone();
        for (Period period : periods) {
            if (period.since() > epochSecond) {
                break;
            }
            zone = period.zone();
        }
        return zone;
    }

    /** The zone that is valid from now on. */
    public ZoneId current() {
        return periods.getLast().zone();
    }

    /** How far the user's clock was ahead of UTC at this second, in seconds. */
    public int offsetAt(long epochSecond) {
        return zoneAt(epochSecond)
                .getRules()
                .getOffset(Instant.ofEpochSecond(epochSecond))
                .getTotalSeconds();
    }

    /** The user's local day at this second, as days since 1970-01-01. */
    public int dayAt(long epochSecond) {
        return Math.toIntExact(Math.floorDiv(epochSecond + offsetAt(epochSecond), 86_400L));
    }

    /** The second at which this local day began for the user. */
    public long startOf(LocalDate day) {
        long guess = day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        return day.atStartOfDay(zoneAt(guess)).toEpochSecond();
    }

    /** This history with one more move. */
    public ZoneHistory moved(long since, ZoneId zone) {
        List<Period> all = new ArrayList<>(
                periods.stream().filter(period -> period.since() != since).toList());
        all.add(new Period(since, zone));
        return new ZoneHistory(all);
    }
}
