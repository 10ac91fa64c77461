package io.reprise.play;

import java.util.Locale;

/** Why a scrobble counts as a play or does not. {@link #code()} is what the store holds and never changes. */
public enum Reason {
    COUNTED(0, "it counts"),
    PIECE(1, "one piece of a play told in pieces; another piece stands for it"),
    STARTED(2, "only its start was told"),
    UNFINISHED(3, "it was broken off before it counts as complete"),
    SKIPPED(4, "it was skipped"),
    DUPLICATE(5, "another origin told the same play"),
    REMOVED(6, "removed by the user"),
    UNREADABLE(7, "its payload cannot be read by this version"),
    RETRACTED(8, "the import that brought it was undone");

    private final int code;
    private final String sentence;

    Reason(int code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    public int code() {
        return code;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people: why. */
    public String sentence() {
        return sentence;
    }

    public static Reason ofCode(int code) {
        for (Reason reason : values()) {
            if (reason.code == code) {
                return reason;
            }
        }
        throw new IllegalArgumentException(
                "no reason has the code " + code + "; was this store written by a newer Reprise?");
    }
}
