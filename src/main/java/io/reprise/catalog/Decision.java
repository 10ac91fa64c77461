package io.reprise.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger: what was decided about what, by whom, when (epoch seconds, UTC), why, and on which evidence.
 * {@code object} is the other side of a merge, {@code content} what the numbers do not say (an id, a name, a credit),
 * {@code confidence} how sure whoever decided was, from 0 to 1.
 */
public record Decision(
        long number,
        long decidedAt,
        String by,
        DecisionKind kind,
        SubjectKind subjectKind,
        long subject,
        @Nullable Long object,
        String content,
        double confidence,
        String because,
        String evidence) {
    /** How sure a person is, and whoever does what a person asked for. */
    public static final double CERTAIN = 1;

    public Decision {
        if (!(confidence >= 0 && confidence <= CERTAIN)) {
            throw new IllegalArgumentException("a confidence is from 0 to 1, not " + confidence);
        }
    }

    /** The row of a decision about to be appended, which has no number and no time yet. */
    static Decision of(
            String by,
            DecisionKind kind,
            SubjectKind subjectKind,
            long subject,
            @Nullable Long object,
            String because) {
        return new Decision(0, 0, by, kind, subjectKind, subject, object, "", CERTAIN, because, "");
    }

    Decision grounded(double newConfidence, String newEvidence) {
        return new Decision(
                number,
                decidedAt,
                by,
                kind,
                subjectKind,
                subject,
                object,
                content,
                newConfidence,
                because,
                newEvidence);
    }

    /** The same with this content. */
    public Decision saying(String newContent) {
        return saying(object, newContent);
    }

    Decision saying(@Nullable Long newObject, String newContent) {
        return new Decision(
                number,
                decidedAt,
                by,
                kind,
                subjectKind,
                subject,
                newObject,
                newContent,
                confidence,
                because,
                evidence);
    }

    Decision numbered(long newNumber, long newDecidedAt) {
        return new Decision(
                newNumber,
                newDecidedAt,
                by,
                kind,
                subjectKind,
                subject,
                object,
                content,
                confidence,
                because,
                evidence);
    }
}
