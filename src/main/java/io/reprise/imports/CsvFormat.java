package io.reprise.imports;

import io.reprise.scrobble.Format;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;

/**
 * A payload that is the header and one row of comma separated values, with what reads it; what the words of a mention
 * refuse is unreadable.
 */
public record CsvFormat(int code, String word, Reading reading) implements Format {
    /** Reads the columns of one row; the same row reads the same for ever. */
    @FunctionalInterface
    public interface Reading {
        Told told(CsvRow row) throws Unreadable;
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        try {
            return reading.told(CsvRow.of(payload, ','));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }
}
