package io.reprise.scrobble;

/**
 * A pure reader of one kind of payload: the same bytes give the same {@link Told} for ever, so that plays can be
 * rebuilt from the log. {@link #code()} is stored with every scrobble, is unique among all formats and never changes; a
 * changed meaning is a new format. Thread-safe.
 */
public interface Format {
    int code();

    /** The name people see, such as {@code listenbrainz.listen}. */
    String word();

    /** Reads one payload; throws {@link Unreadable} where it is not of this format. */
    Told decode(byte[] payload) throws Unreadable;
}
