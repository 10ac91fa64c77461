package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.media.ExternalId;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.List;

/**
 * What authorities told of things, kept for this user. A fact belongs to an outside id; a thing has the facts of the
 * ids that decisions tie to it. All methods run inside the caller's step. Stateless; thread-safe.
 */
public final class FactRows {
    private FactRows() {}

    /** Takes a fact of the thing of this number, and how sure it is (above 0, up to 1) that its id names the thing. */
    @FunctionalInterface
    public interface Sink {
        void fact(int number, double confidence, Fact fact);
    }

    /** Keeps these facts, each in the place of what the same authority told of the same id before. */
    public static void put(Tx tx, UserId user, List<Fact> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        FactTable.put(tx, user, facts);
        CatalogHeadTable.Head head = CatalogHeadTable.lock(tx, user);
        head.facts++;
        CatalogHeadTable.store(tx, user, head);
    }

    /** What was told of this id, the newest first. */
    public static List<Fact> of(Tx tx, UserId user, ExternalId id) throws SQLException {
        return FactTable.of(tx, user, id);
    }

    /** Streams the facts of all things of one kind, in the order of the things' numbers. */
    public static void linked(Tx tx, UserId user, SubjectKind kind, Sink sink) throws SQLException {
        FactTable.linked(tx, user, kind, sink);
    }
}
