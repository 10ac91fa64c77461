package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One step in which decisions are taken back: what hangs on them is written once, after all of them. */
final class Undoing {
    private final Tx tx;
    private final UserId user;
    private final long now;
    private final Demands demands;
    /** Who stood for whom before, of the kinds of which a merge is taken back. */
    private final Map<SubjectKind, Map<Integer, Integer>> before = new EnumMap<>(SubjectKind.class);

    private final List<Decision> others = new ArrayList<>();

    Undoing(Tx tx, UserId user, long now) {
        this.tx = tx;
        this.user = user;
        this.now = now;
        this.demands = new Demands(tx, user);
    }

    /** Appends the undo of a decision, which in the end is about {@code root}; {@link #end} has to follow. */
    void take(long number, Decision root, Ledger.Author author) throws SQLException {
        demands.unused(root);
        demands.unsplit(root);
        if (root.kind() != DecisionKind.MERGE) {
            others.add(root);
        } else if (!before.containsKey(root.subjectKind())) {
            before.put(root.subjectKind(), Ledger.pointers(tx, user, root.subjectKind()));
        }
        Ledger.insert(tx, user, Ledger.undoing(number, author).numbered(0, now));
    }

    /** Writes what holds now of everything that was touched. */
    void end() throws SQLException {
        for (Map.Entry<SubjectKind, Map<Integer, Integer>> kind : before.entrySet()) {
            Ledger.move(tx, user, kind.getKey(), kind.getValue());
        }
        Deciding deciding = new Deciding(tx, user, now, Ledger.undone(tx, user));
        for (Decision root : others) {
            if (root.subjectKind().isMergeable()) {
                deciding.touch(new Thing(root.subjectKind(), Math.toIntExact(root.subject())), root.kind());
            }
        }
        deciding.end();
    }
}
