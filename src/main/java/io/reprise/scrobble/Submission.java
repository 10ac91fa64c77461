package io.reprise.scrobble;

/**
 * What an adapter hands to {@link Intake}: the payload as it came, the format that reads it, and what it reads as. The
 * bytes are not copied; nobody changes them afterwards.
 */
public record Submission(Format format, byte[] payload, Told told) {
    /** Reads the payload; throws {@link Unreadable} where its format refuses it. */
    public static Submission read(Format format, byte[] payload) throws Unreadable {
        return new Submission(format, payload, format.decode(payload));
    }
}
