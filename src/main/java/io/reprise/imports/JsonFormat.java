package io.reprise.imports;

import io.reprise.scrobble.Format;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;

/** A payload that is one JSON object, with what reads it; what the words of a mention refuse is unreadable. */
public record JsonFormat(int code, String word, Reading reading) implements Format {
    /** Reads the members of one object; the same object reads the same for ever. */
    @FunctionalInterface
    public interface Reading {
        Told told(JsonRow row) throws Unreadable;
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        try {
            return reading.told(JsonRow.of(payload));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }
}
