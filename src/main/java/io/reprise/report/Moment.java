package io.reprise.report;

import io.reprise.history.History;
import io.reprise.scrobble.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When a play was: {@code at} in epoch seconds (UTC; where only a date is known, the second at which it began for the
 * user), the user's local day, and the local time of day where that is known. All three are null where nothing is
 * known.
 */
public record Moment(
        @Nullable Long at,
        @Nullable LocalDate day,
        @Nullable LocalTime time,
        Precision precision) {
    static Moment of(History history, int index) {
        if (history.at(index) == History.UNDATED || history.day(index) == History.NO_DAY) {
            return new Moment(null, null, null, Precision.UNKNOWN);
        }
        LocalDate day = LocalDate.ofEpochDay(history.day(index));
        if (!history.hasTime(index)) {
            return new Moment(history.zones().startOf(day), day, null, history.precision(index));
        }
        long at = history.at(index);
        int ofDay = Math.floorMod(at + history.zones().offsetAt(at), 86_400);
        return new Moment(at, day, LocalTime.ofSecondOfDay(ofDay), history.precision(index));
    }

    /** The user's wall time at this second, with its offset. */
    static OffsetDateTime local(History history, long at) {
        return Instant.ofEpochSecond(at)
                .atOffset(ZoneOffset.ofTotalSeconds(history.zones().offsetAt(at)));
    }

    /** The wall time of a dated play; where only a date is known, its beginning. */
    static OffsetDateTime localOf(History history, int index) {
        Long at = of(history, index).at();
        return local(history, at == null ? 0 : at);
    }
}
