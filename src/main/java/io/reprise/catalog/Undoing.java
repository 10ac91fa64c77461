package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One step in which several decisions are taken back: what hangs on them is written once, after all of them. */
final class Undoing {
    private final Tx tx;
    private final UserId user;
    private final long now;
    /** Who stood for whom before, of the kinds of which a merge is taken back. */
    private final Map<SubjectKind, Map<Integer, Integer>> before = new EnumMap<>(SubjectKind.class);

    private final List<Decision> taken = new ArrayList<>();

    Undoing(Tx tx, UserId user, long now) {
        this.tx = tx;
        this.user = user;
        this.now = now;
    }

    /** See {@link Ledger#undoAll}. */
    int all(List<Decision> targets, Ledger.Author author) throws SQLException {
        Set<Long> undone = new HashSet<>(Ledger.undone(tx, user));
        for (Decision target : targets) {
            if (undone.add(target.number())) {
                one(target, author);
            }
        }
        for (Map.Entry<SubjectKind, Map<Integer, Integer>> kind : before.entrySet()) {
            Ledger.move(tx, user, kind.getKey(), kind.getValue());
        }
        Deciding deciding = new Deciding(tx, user, now, Ledger.undone(tx, user));
        for (Decision target : taken) {
            if (target.kind() != DecisionKind.MERGE && target.subjectKind().isMergeable()) {
                deciding.touch(new Thing(target.subjectKind(), Math.toIntExact(target.subject())), target.kind());
            }
        }
        deciding.end();
        return taken.size();
    }

    private void one(Decision target, Ledger.Author author) throws SQLException {
        Demands demands = new Demands(tx, user);
        demands.unused(target);
        demands.unsplit(target);
        SubjectKind kind = target.subjectKind();
        if (target.kind() == DecisionKind.MERGE && !before.containsKey(kind)) {
            before.put(kind, Ledger.pointers(tx, user, kind));
        }
        Ledger.insert(tx, user, Ledger.undoing(target.number(), author).numbered(0, now));
        taken.add(target);
    }
}
