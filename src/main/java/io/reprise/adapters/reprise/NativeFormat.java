package io.reprise.adapters.reprise;

import io.reprise.imports.JsonRow;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Position;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A scrobble in our own words, as the HTTP API takes it and our export writes it: one JSON object of any kind of media.
 * The README beside this file lists the fields.
 */
public final class NativeFormat implements Format {
    private static final List<String> UNITS = List.of("seconds", "pages", "percent", "chapters");
    private static final double PERCENT = 100;

    @Override
    public int code() {
        return 2;
    }

    @Override
    public String word() {
        return "reprise.scrobble";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        JsonRow row = JsonRow.of(payload);
        try {
            Integer spent = row.count("duration");
            if (spent != null && spent < 0) {
                throw new Unreadable("duration: expected the seconds spent, 0 or more, got " + spent);
            }
            return new Told(verb(row), NativeMention.of(row), times(row), spent, position(row), row.text("id"));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static Verb verb(JsonRow row) throws Unreadable {
        String word = row.text("verb");
        if (word == null) {
            return Verb.PLAYED;
        }
        return Verb.ofWord(word)
                .orElseThrow(() -> new Unreadable("verb: expected one of "
                        + Arrays.stream(Verb.values()).map(Verb::word).collect(Collectors.joining(", ")) + ", got \""
                        + word + '"'));
    }

    private static Times times(JsonRow row) throws Unreadable {
        Precision precision = precision(row);
        String date = row.text("date");
        NativeTime start = NativeTime.read(row, "started_at");
        NativeTime end = NativeTime.read(row, "ended_at");
        if (date != null && (start != null || end != null)) {
            throw new Unreadable("date: expected either a date or started_at and ended_at, got both");
        }
        if (precision == Precision.UNKNOWN) {
            return Times.UNKNOWN;
        }
        if (date != null) {
            return NativeTime.ofDate(date, precision);
        }
        Integer offset = start != null ? start.offsetMinutes() : end != null ? end.offsetMinutes() : null;
        if (precision != null && !precision.hasTime()) {
            if (start == null) {
                throw new Unreadable(
                        "precision: expected a date with the precision " + precision.word() + ", got none");
            }
            return NativeTime.coarse(start, precision);
        }
        return new Times(
                start == null ? null : start.second(),
                end == null ? null : end.second(),
                precision == null ? Precision.INSTANT : precision,
                offset);
    }

    private static @Nullable Precision precision(JsonRow row) throws Unreadable {
        String word = row.text("precision");
        if (word == null) {
            return null;
        }
        return Precision.ofWord(word)
                .orElseThrow(() -> new Unreadable("precision: expected one of "
                        + Arrays.stream(Precision.values()).map(Precision::word).collect(Collectors.joining(", "))
                        + ", got \"" + word + '"'));
    }

    private static @Nullable Position position(JsonRow row) throws Unreadable {
        Double at = row.number("position");
        Double total = row.number("total");
        String unit = row.text("unit");
        if (at == null) {
            return null;
        }
        String in = unit == null ? "seconds" : unit;
        if (!UNITS.contains(in)) {
            throw new Unreadable("unit: expected one of " + String.join(", ", UNITS) + ", got \"" + in + '"');
        }
        return new Position(at, total == null && in.equals("percent") ? (Double) PERCENT : total, in);
    }
}
