package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Map;

/**
 * Looks whether a user's catalog and ledger are whole: numbers, heads, and pointers against the decisions that hold.
 * Reads only; thread-safe.
 */
public final class CatalogAudit {
    /** How many rows are read at a time. */
    private static final int ROWS_MAX = 5_000;

    private CatalogAudit() {}

    /** What can be wrong with a number of a kind; with kind DECISION the number is a decision's. */
    public enum Fault {
        /** A number up to the head that is not there. */
        MISSING,
        /** A number above the head. */
        BEYOND_HEAD,
        /** Its pointer is not the one that the ledger gives. */
        POINTER,
        /** A credit names it and it is not there. */
        CREDITED
    }

    /** Told every fault as it is found. */
    @FunctionalInterface
    public interface Sink {
        void found(Fault fault, SubjectKind kind, long number);
    }

    /** Looks at every item, creator or container, and answers which there are. */
    public static BitSet numbers(Tx tx, UserId user, SubjectKind kind, Sink sink) throws SQLException {
        CatalogHeadTable.Head head = CatalogHeadTable.read(tx, user);
        int last =
                kind == SubjectKind.ITEM ? head.items : kind == SubjectKind.CREATOR ? head.creators : head.containers;
        Map<Integer, Integer> pointers = Ledger.pointers(tx, user, kind);
        BitSet numbers = new BitSet();
        int[] after = {0};
        int read = ROWS_MAX;
        while (read == ROWS_MAX) {
            read = CatalogAuditTable.pointers(tx, user, kind, after[0], ROWS_MAX, (number, canonical) -> {
                numbers.set(number);
                if (canonical != pointers.getOrDefault(number, number)) {
                    sink.found(Fault.POINTER, kind, number);
                }
                after[0] = number;
            });
        }
        for (int gap = numbers.nextClearBit(1); gap <= last; gap = numbers.nextClearBit(gap + 1)) {
            sink.found(Fault.MISSING, kind, gap);
        }
        for (int more = numbers.nextSetBit(last + 1); more >= 0; more = numbers.nextSetBit(more + 1)) {
            sink.found(Fault.BEYOND_HEAD, kind, more);
        }
        return numbers;
    }

    /** Looks at every decision's number. */
    public static void decisions(Tx tx, UserId user, Sink sink) throws SQLException {
        long head = CatalogHeadTable.read(tx, user).decisions;
        long[] seen = {0};
        int read = ROWS_MAX;
        while (read == ROWS_MAX) {
            read = CatalogAuditTable.decisions(tx, user, seen[0], ROWS_MAX, number -> {
                for (long gap = seen[0] + 1; gap < number && gap <= head; gap++) {
                    sink.found(Fault.MISSING, SubjectKind.DECISION, gap);
                }
                if (number > head) {
                    sink.found(Fault.BEYOND_HEAD, SubjectKind.DECISION, number);
                }
                seen[0] = number;
            });
        }
        for (long gap = seen[0] + 1; gap <= Math.min(head, seen[0] + ROWS_MAX); gap++) {
            sink.found(Fault.MISSING, SubjectKind.DECISION, gap);
        }
    }

    /** Looks at every credit: its item and its creator are there. */
    public static void credits(Tx tx, UserId user, BitSet items, BitSet creators, Sink sink) throws SQLException {
        CatalogAuditTable.credits(tx, user, (item, creator) -> {
            if (!items.get(item)) {
                sink.found(Fault.CREDITED, SubjectKind.ITEM, item);
            }
            if (!creators.get(creator)) {
                sink.found(Fault.CREDITED, SubjectKind.CREATOR, creator);
            }
        });
    }
}
