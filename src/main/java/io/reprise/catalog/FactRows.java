package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.media.ExternalId;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** How many ids one reading of {@link #untold} gives. */
    public static final int UNTOLD_MAX = 500;

    /** A thing of this number is tied to this id, and nothing was told of it. */
    public record Untold(int number, ExternalId id) {}

    /**
     * The ids of things of one kind with a number above {@code after} of which nothing was told after this second, in
     * the order of numbers, at most {@value #UNTOLD_MAX}.
     */
    public static List<Untold> untold(Tx tx, UserId user, SubjectKind kind, int after, long since) throws SQLException {
        return FactTable.untold(tx, user, kind, after, since);
    }

    /**
     * Keeps these facts, each over what the same authority told of the same id before, unless that is newer; what it
     * does not say now stays as it was said then.
     */
    public static void put(Tx tx, UserId user, List<Fact> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        Map<String, Fact> each = new LinkedHashMap<>();
        facts.forEach(fact -> each.put(fact.source() + " " + fact.id(), fact));
        FactTable.put(tx, user, List.copyOf(each.values()));
        CatalogHeadTable.Head head = CatalogHeadTable.lock(tx, user);
        head.facts++;
        CatalogHeadTable.store(tx, user, head);
    }

    /** Where a reading of all facts stands. */
    public record Place(String scheme, String value, String source) {
        public static final Place BEGIN = new Place("", "", "");

        public static Place of(Fact fact) {
            return new Place(fact.id().scheme(), fact.id().value(), fact.source());
        }
    }

    /** All facts after this place, in the order of ids and authorities, at most so many. */
    public static List<Fact> after(Tx tx, UserId user, Place after, int limit) throws SQLException {
        return FactTable.after(tx, user, after, limit);
    }

    /** What was told of this very thing, the surest id first, then the newest. */
    public static List<Fact> of(Tx tx, UserId user, Thing thing) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        for (Identity.Link link : Identity.of(tx, user, thing).links()) {
            facts.addAll(FactTable.of(tx, user, link.id()));
        }
        return facts;
    }

    /** Streams the facts of all things of one kind, in the order of the things' numbers. */
    public static void linked(Tx tx, UserId user, SubjectKind kind, Sink sink) throws SQLException {
        FactTable.linked(tx, user, kind, sink);
    }
}
