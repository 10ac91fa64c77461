package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.media.ExternalId;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lists of episodes that authorities told, kept for this user like other facts: a series has the lists of the ids
 * that decisions tie to it. All methods run inside the caller's step. Stateless; thread-safe.
 */
public final class EpisodeRows {
    /** How many ids one reading of {@link #due} gives. */
    public static final int DUE_MAX = 200;

    private EpisodeRows() {}

    /** Takes the list of the container of this number, and how sure it is (above 0, up to 1) that it is its list. */
    @FunctionalInterface
    public interface Sink {
        void list(int container, double confidence, EpisodeList list);
    }

    /** Takes an id that a decision ties to the item of this number. */
    @FunctionalInterface
    public interface IdSink {
        void id(int item, ExternalId id);
    }

    /** Of an ended series nothing told after {@code ended}, of any other nothing told after {@code running}. */
    public record Since(long running, long ended) {}

    /** Keeps this list in the place of what was told of the same show before, unless that is newer. */
    public static void put(Tx tx, UserId user, EpisodeList list) throws SQLException {
        EpisodeListTable.put(tx, user, list);
        CatalogHeadTable.Head head = CatalogHeadTable.lock(tx, user);
        head.facts++;
        CatalogHeadTable.store(tx, user, head);
    }

    /**
     * The ids with one of these schemes that decisions tie to containers with a number above {@code after} and whose
     * list was not told, or not since then, in the order of numbers; at most {@value #DUE_MAX}.
     */
    public static List<FactRows.Untold> due(Tx tx, UserId user, Collection<String> schemes, int after, Since since)
            throws SQLException {
        return schemes.isEmpty() ? List.of() : EpisodeListTable.due(tx, user, List.copyOf(schemes), after, since);
    }

    /** All lists after that of this show (null: from the first), in the order of ids, at most so many. */
    public static List<EpisodeList> after(Tx tx, UserId user, @Nullable ExternalId show, int limit)
            throws SQLException {
        return EpisodeListTable.after(tx, user, show, limit);
    }

    /** Streams the lists of all containers; those without episodes are left out. */
    public static void linked(Tx tx, UserId user, Sink sink) throws SQLException {
        EpisodeListTable.linked(tx, user, sink);
    }

    /** Streams the ids with this scheme that decisions tie to items. */
    public static void ids(Tx tx, UserId user, String scheme, IdSink sink) throws SQLException {
        EpisodeListTable.ids(tx, user, scheme, sink);
    }
}
