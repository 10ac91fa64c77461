package io.reprise.scrobble;

/** The answer to one submission. */
public sealed interface Receipt {
    /** Stored now, under this number in the user's log. */
    record Stored(long number) implements Receipt {}

    /** Told before by the same origin, under this number; nothing changed. A success for the sender. */
    record Known(long number) implements Receipt {}

    /** Not stored; {@code reason} says what was expected and what came. */
    record Refused(String reason) implements Receipt {}
}
