package io.reprise.catalog;

import java.util.Locale;

/** What was decided. {@link #code()} is what the ledger holds and never changes. */
public enum DecisionKind {
    /** The subject is the same as the object; the object's name stands for both. */
    MERGE(1),
    /** The decision that is the subject no longer holds. */
    UNDO(2),
    /** The play does not count: the user says it never happened. */
    REMOVE_PLAY(3),
    /** The play counts, whatever the rules say of it. */
    KEEP_PLAY(4),
    /** Nothing that the import run brought counts, as though it had never been told. */
    RETRACT_RUN(5),
    /** Plays of different origins are folded by the rule that stands in the evidence; the latest holds. */
    DUPLICATE_RULE(6);

    private final int code;

    DecisionKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static DecisionKind ofCode(int code) {
        for (DecisionKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "no decision has the kind " + code + "; was this store written by a newer Reprise?");
    }
}
