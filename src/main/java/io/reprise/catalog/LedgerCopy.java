package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * Carries decisions from one library into another: what they are about is named by the key of its content, for numbers
 * are each library's own. All methods run inside the caller's step. Stateless; thread-safe.
 */
public final class LedgerCopy {
    private LedgerCopy() {}

    /** A thing of the catalog as it can be named anywhere: the 64-bit key of its content, and its name for people. */
    public record Named(long key, String name) {}

    /** The name of a thing of this number; empty where the library has none. */
    public static Optional<Named> named(Tx tx, UserId user, SubjectKind kind, long number) throws SQLException {
        return CatalogTable.named(tx, user, kind, number);
    }

    /** The number of a thing of this key; empty where the library has none. */
    public static OptionalInt number(Tx tx, UserId user, SubjectKind kind, long key) throws SQLException {
        Numbers numbers = new Numbers();
        KeyedRows.load(tx, user, kind.table(), List.of(key), numbers);
        int number = numbers.get(key);
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The numbers of the things of these keys, by key; what the library does not have is left out. */
    public static Map<Long, Integer> numbers(Tx tx, UserId user, SubjectKind kind, Collection<Long> keys)
            throws SQLException {
        Numbers numbers = new Numbers();
        KeyedRows.load(tx, user, kind.table(), keys, numbers);
        Map<Long, Integer> found = new HashMap<>();
        for (long key : keys) {
            int number = numbers.get(key);
            if (number != 0) {
                found.put(key, number);
            }
        }
        return found;
    }

    /**
     * The same decision (of the same second, person, kind and subject) among those that may be it, where there is one.
     */
    public static OptionalLong find(Tx tx, UserId user, Decision decision, LongPredicate mayBe) throws SQLException {
        return DecisionTable.about(tx, user, decision.subjectKind(), List.of(decision.subject())).stream()
                .filter(known -> isSame(known, decision))
                .mapToLong(Decision::number)
                .filter(mayBe)
                .findFirst();
    }

    /** The same for a decision about an import run, whose number there says nothing here. */
    public static OptionalLong findOfRun(Tx tx, UserId user, Decision decision, LongPredicate mayBe)
            throws SQLException {
        return DecisionTable.about(tx, user, SubjectKind.RUN).stream()
                .filter(known -> isSame(known, decision))
                .mapToLong(Decision::number)
                .filter(mayBe)
                .findFirst();
    }

    private static boolean isSame(Decision known, Decision decision) {
        return known.kind() == decision.kind()
                && known.decidedAt() == decision.decidedAt()
                && known.by().equals(decision.by())
                && known.evidence().equals(decision.evidence())
                && java.util.Objects.equals(known.object(), decision.object())
                && known.content().equals(decision.content());
    }

    /**
     * Appends a decision made elsewhere, with its time and author; its number is given anew and returned. Pointers are
     * not computed, so {@link #recompute} has to follow.
     */
    public static long append(Tx tx, UserId user, Decision decision) throws SQLException {
        return Ledger.insert(tx, user, decision);
    }

    /** What the decision says of its subject; empty where it is about something else than what things are. */
    public static Optional<Ruling> ruling(Decision decision) {
        return Optional.ofNullable(Content.ruling(decision));
    }

    /** The same decision that says the same of the same thing, where there is one. */
    public static OptionalLong findRuling(Tx tx, UserId user, Decision decision, Ruling ruling, LongPredicate mayBe)
            throws SQLException {
        return DecisionTable.about(tx, user, decision.subjectKind(), List.of(decision.subject())).stream()
                .filter(known -> known.decidedAt() == decision.decidedAt()
                        && known.by().equals(decision.by())
                        && ruling.equals(Content.ruling(known)))
                .mapToLong(Decision::number)
                .filter(mayBe)
                .findFirst();
    }

    /** As {@link #append}, of a decision that says something of a thing; what that needs is found or made here. */
    public static long appendRuling(Tx tx, UserId user, Decision decision, Ruling ruling) throws SQLException {
        CatalogHeadTable.Head head = CatalogHeadTable.lock(tx, user);
        Makings makings = new Makings(tx, user, head);
        Decision filled = Content.filled(makings, decision, ruling);
        makings.end();
        long number = ++head.decisions;
        CatalogHeadTable.store(tx, user, head);
        return Ledger.write(tx, user, filled.numbered(number, filled.decidedAt()));
    }

    /** Writes everything that the ledger says of things anew. */
    public static void recompute(Tx tx, UserId user) throws SQLException {
        Ledger.recomputeReadings(tx, user);
    }
}
