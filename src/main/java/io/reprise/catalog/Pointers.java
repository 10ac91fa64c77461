package io.reprise.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who stands for whom, given the merges that hold: following a merge from subject to object leads to the canonical one.
 * A pure reading of the ledger.
 */
final class Pointers {
    private Pointers() {}

    /** The canonical number of everything that some merge, holding or not, ever touched. */
    static Map<Integer, Integer> of(List<Decision> merges, Set<Long> undone) {
        Map<Integer, Integer> next = new HashMap<>();
        Map<Integer, Integer> canonical = new HashMap<>();
        for (Decision merge : merges) {
            int subject = Math.toIntExact(merge.subject());
            int object = object(merge);
            canonical.put(subject, subject);
            canonical.put(object, object);
            if (!undone.contains(merge.number())) {
                next.put(root(next, subject), root(next, object));
            }
        }
        canonical.replaceAll((number, same) -> root(next, number));
        return canonical;
    }

    private static int root(Map<Integer, Integer> next, int number) {
        int at = number;
        Integer further = next.get(at);
        while (further != null && further != at) {
            at = further;
            further = next.get(at);
        }
        return at;
    }

    static int object(Decision merge) {
        Long object = merge.object();
        if (object == null) {
            throw new IllegalStateException(
                    "merge " + merge.number() + " names no object; the ledger is broken, run doctor");
        }
        return Math.toIntExact(object);
    }

    /**
     * The decisions that no longer hold, given every UNDO in order: an UNDO that was itself undone lets its subject
     * hold again.
     */
    static Set<Long> undone(List<Decision> undos) {
        Set<Long> undone = new HashSet<>();
        for (Decision undo : undos.reversed()) {
            if (!undone.contains(undo.number())) {
                undone.add(undo.subject());
            }
        }
        return undone;
    }
}
