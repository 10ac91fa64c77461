package io.reprise.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who stands for whom, given the merges that hold: following a merge from subject to object leads to the canonical one.
 * A pure reading of the ledger.
 */
final class Pointers {
    private Pointers() {}

    /** A merge as it stands in the ledger. */
    record Merge(long number, int subject, int object) {}

    /** An undo as it stands in the ledger, and which decision it undoes. */
    record Undo(long number, long subject) {}

    /** The canonical number of everything that some merge, holding or not, ever touched. */
    static Map<Integer, Integer> of(List<Merge> merges, Set<Long> undone) {
        Map<Integer, Integer> next = new HashMap<>();
        Map<Integer, Integer> canonical = new HashMap<>();
        for (Merge merge : merges) {
            canonical.put(merge.subject(), merge.subject());
            canonical.put(merge.object(), merge.object());
            if (!undone.contains(merge.number())) {
                next.put(root(next, merge.subject()), root(next, merge.object()));
            }
        }
        canonical.replaceAll((number, same) -> root(next, number));
        return canonical;
    }

    /** Where following the pointers leads. */
    static int root(Map<Integer, Integer> next, int number) {
        int at = number;
        Integer further = next.get(at);
        while (further != null && further != at) {
            at = further;
            further = next.get(at);
        }
        return at;
    }

    /**
     * The decisions that no longer hold, given every UNDO in order: an UNDO that was itself undone lets its subject
     * hold again.
     */
    static Set<Long> undone(List<Undo> undos) {
        return undoneBy(undos).keySet();
    }

    /** The decisions that no longer hold, each with the UNDO that took it back. */
    static Map<Long, Long> undoneBy(List<Undo> undos) {
        Map<Long, Long> undoneBy = new HashMap<>();
        for (Undo undo : undos.reversed()) {
            if (!undoneBy.containsKey(undo.number())) {
                undoneBy.put(undo.subject(), undo.number());
            }
        }
        return undoneBy;
    }
}
