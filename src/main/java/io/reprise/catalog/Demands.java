package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** What must hold in a library for a decision to be made or undone; a {@link Refusal} says what stands in the way. */
record Demands(Tx tx, UserId user) {
    /** A creator that is several stands for nobody else, and nobody for it. */
    void alone(long creator) throws SQLException {
        Map<Integer, Integer> pointers = Ledger.pointers(tx, user, SubjectKind.CREATOR);
        for (Map.Entry<Integer, Integer> pointer : pointers.entrySet()) {
            boolean isMerged = !pointer.getKey().equals(pointer.getValue());
            if (isMerged && (pointer.getKey() == creator || pointer.getValue() == creator)) {
                throw new Refusal("creator " + pointer.getKey() + " is merged into creator " + pointer.getValue()
                        + "; undo that merge before creator " + creator + " is split");
            }
        }
    }

    /** What is merged is not split, whether the decision comes or goes. */
    void unsplit(Decision decision) throws SQLException {
        if (decision.kind() == DecisionKind.SPLIT) {
            alone(decision.subject());
        }
        Long object = decision.object();
        if (decision.kind() != DecisionKind.MERGE || decision.subjectKind() != SubjectKind.CREATOR || object == null) {
            return;
        }
        for (long number : new long[] {decision.subject(), object}) {
            if (IdentityTable.isSplit(tx, user, number)) {
                throw new Refusal("creator " + number + " is split into several; undo that first");
            }
        }
    }

    /** What a decision made cannot go while another decision that holds is about it. */
    void unused(Decision decision) throws SQLException {
        SubjectKind kind = decision.kind() == DecisionKind.MOVE ? SubjectKind.CONTAINER : SubjectKind.CREATOR;
        Set<Integer> made = Makings.madeBy(decision);
        if (made.isEmpty()) {
            return;
        }
        Set<Long> undone = Ledger.undone(tx, user);
        LongStream about = DecisionTable.about(
                        tx, user, kind, made.stream().map(Integer::longValue).toList())
                .stream()
                .mapToLong(Decision::number);
        LongStream into = DecisionTable.merges(tx, user, kind).stream()
                .filter(merge -> made.contains(merge.object()))
                .mapToLong(Pointers.Merge::number);
        LongStream.concat(about, into)
                .filter(number -> !undone.contains(number))
                .findFirst()
                .ifPresent(number -> {
                    throw new Refusal("decision " + number + " is about a " + kind.word() + " that decision "
                            + decision.number() + " made; undo decision " + number + " first");
                });
    }
}
