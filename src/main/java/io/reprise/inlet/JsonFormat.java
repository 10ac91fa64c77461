package io.reprise.inlet;

import io.reprise.imports.JsonRow;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.time.DateTimeException;

/** A format whose payload is one JSON object, read by a pure function of its party's. Thread-safe. */
public record JsonFormat(int code, String word, Reading reading) implements Format {
    /** Reads one object; may throw what a record throws that was told nonsense. */
    @FunctionalInterface
    public interface Reading {
        Told told(JsonRow row) throws Unreadable;
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        JsonRow row = JsonRow.of(payload);
        try {
            return reading.told(row);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }
}
