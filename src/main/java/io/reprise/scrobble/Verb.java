package io.reprise.scrobble;

import java.util.Optional;

/**
 * What a source says happened: {@link #PLAYED} is the plain report of a whole play; the others tell one play in pieces.
 * {@link #code()} is what the store holds and never changes.
 */
public enum Verb {
    PLAYED(0),
    START(1),
    PROGRESS(2),
    SKIP(3),
    STOP(4),
    FINISH(5);

    private final int code;

    Verb(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether the report is one piece of a play and has to be read together with its neighbours. */
    public boolean isPiece() {
        return this != PLAYED;
    }

    public static Verb ofCode(int code) {
        for (Verb verb : values()) {
            if (verb.code == code) {
                return verb;
            }
        }
        throw new IllegalArgumentException(
                "no verb has the code " + code + "; was this store written by a newer Reprise?");
    }

    /** The verb with this word, in any case; empty where there is none. */
    public static Optional<Verb> ofWord(String text) {
        for (Verb verb : values()) {
            if (verb.name().equalsIgnoreCase(text)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }
}
