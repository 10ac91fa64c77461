package io.reprise.catalog;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a decision is about. {@link #code()} is what the ledger holds and never changes. */
public enum SubjectKind {
    ITEM(1),
    CREATOR(2),
    CONTAINER(3),
    PLAY(4),
    DECISION(5),
    RUN(6),
    /** A rule that all plays follow; there is one, number 1, for duplicates. */
    RULE(7);

    /** What stands in the catalog, and so can be merged, named and linked. */
    public static final Set<SubjectKind> THINGS = Collections.unmodifiableSet(EnumSet.of(ITEM, CREATOR, CONTAINER));

    private final int code;

    SubjectKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether two of a kind can be merged. */
    public boolean isMergeable() {
        return THINGS.contains(this);
    }

    String table() {
        if (!isMergeable()) {
            throw new IllegalArgumentException("a " + word() + " has no canonical pointer");
        }
        return word();
    }

    public static SubjectKind ofCode(int code) {
        for (SubjectKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "no subject of a decision has the code " + code + "; was this store written by a newer Reprise?");
    }
}
