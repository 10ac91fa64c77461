package io.reprise.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger: what was decided about what, by whom, when (epoch seconds, UTC), why, and on which evidence.
 * {@code object} is the other side of a merge.
 */
public record Decision(
        long number,
        long decidedAt,
        String by,
        DecisionKind kind,
        SubjectKind subjectKind,
        long subject,
        @Nullable Long object,
        String because,
        String evidence) {
    /** The row of a decision about to be appended, which has no number and no time yet. */
    static Decision of(
            String by,
            DecisionKind kind,
            SubjectKind subjectKind,
            long subject,
            @Nullable Long object,
            String because) {
        return new Decision(0, 0, by, kind, subjectKind, subject, object, because, "");
    }

    Decision numbered(long newNumber, long newDecidedAt) {
        return new Decision(newNumber, newDecidedAt, by, kind, subjectKind, subject, object, because, evidence);
    }
}
