package io.reprise.adapters.reprise;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.JsonRow;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Unreadable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time as our own JSON tells it: epoch seconds (UTC), and the minutes ahead of UTC where an offset was told. */
record NativeTime(long second, @Nullable Integer offsetMinutes) {
    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
    private static final int SECONDS_PER_MINUTE = 60;

    /** Reads RFC 3339 or epoch seconds. */
    static @Nullable NativeTime read(JsonRow row, String field) throws Unreadable {
        String text = row.text(field);
        if (text == null) {
            return null;
        }
        if (SECONDS.matcher(text.strip()).matches()) {
            long second = (long) Math.floor(Double.parseDouble(text.strip()));
            return new NativeTime(EpochSeconds.check(field, second), null);
        }
        OffsetDateTime time = EpochSeconds.parse(field, text);
        boolean isUtc = text.strip().toUpperCase(java.util.Locale.ROOT).endsWith("Z");
        return new NativeTime(
                time.toEpochSecond(),
                isUtc ? null : (Integer) (time.getOffset().getTotalSeconds() / SECONDS_PER_MINUTE));
    }

    /** Reads a day, a month or a year; the precision told beside it may only make it coarser. */
    static Times ofDate(String text, @Nullable Precision told) throws Unreadable {
        String date = text.strip();
        Precision own = date.length() > 7 ? Precision.DAY : date.length() > 4 ? Precision.MONTH : Precision.YEAR;
        try {
            LocalDate day = switch (own) {
                case DAY -> LocalDate.parse(date);
                case MONTH -> YearMonth.parse(date).atDay(1);
                default -> Year.parse(date, DateTimeFormatter.ofPattern("uuuu")).atDay(1);
            };
            if (told != null && told.compareTo(own) < 0) {
                throw new Unreadable("precision: expected " + own.word() + " or coarser for the date " + date + ", got "
                        + told.word());
            }
            return coarse(day, told == null ? own : told);
        } catch (DateTimeException e) {
            throw new Unreadable(
                    "date: expected a day, month or year such as 2024-05-01, 2024-05 or 2024, got \"" + date + '"', e);
        }
    }

    /** The local day on which this time lies, at a coarser precision. */
    static Times coarse(NativeTime time, Precision precision) {
        int offset = time.offsetMinutes() == null ? 0 : time.offsetMinutes();
        return coarse(
                LocalDate.ofEpochDay(Math.floorDiv(time.second() + (long) offset * SECONDS_PER_MINUTE, 86_400L)),
                precision);
    }

    private static Times coarse(LocalDate day, Precision precision) {
        LocalDate first = switch (precision) {
            case YEAR -> day.withDayOfYear(1);
            case MONTH -> day.withDayOfMonth(1);
            default -> day;
        };
        return new Times(first.atStartOfDay(ZoneOffset.UTC).toEpochSecond(), null, precision, null);
    }
}
