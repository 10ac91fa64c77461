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
    /** Plays of different origins are folded by the rule that is the content; the latest holds. */
    DUPLICATE_RULE(6),
    /** The subject is what an outside id names. */
    LINK(10),
    /** An outside id that was told or linked does not name the subject. */
    UNLINK(11),
    /** The subject goes by another name. */
    RENAME(12),
    /** The item, or the container, is credited in another way than it was told. */
    RECREDIT(13),
    /** The item is part of another container than it was told from. */
    MOVE(14),
    /** The subject is not shown in any answer. */
    IGNORE(15),
    /** The creator is several, wherever it is credited. */
    SPLIT(16);

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
