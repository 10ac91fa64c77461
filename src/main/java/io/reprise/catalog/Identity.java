package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a thing is taken for: its status, how sure that is (from 0 to 1), the outside ids that decisions tied to it, the
 * surest first, and the ids that were told of it and that no decision speaks of, which are claims.
 */
public record Identity(Status status, double confidence, List<Link> links, List<ExternalId> claims) {
    /** What a claim is worth that nobody has looked at. */
    public static final double CLAIMED = 0.3;

    public Identity {
        links = List.copyOf(links);
        claims = List.copyOf(claims);
    }

    /** An id that a decision tied to a thing, and how sure that was. */
    public record Link(ExternalId id, double confidence, long decision) {}

    /** The one of a thing of this library, inside the caller's step. */
    public static Identity of(Tx tx, UserId user, Thing thing) throws SQLException {
        List<Link> said = IdentityTable.links(tx, user, thing.kind(), List.of(thing.number()))
                .getOrDefault(thing.number(), List.of());
        List<Link> links = said.stream()
                .filter(link -> link.confidence() > 0)
                .sorted(Comparator.comparingDouble(Link::confidence).reversed())
                .toList();
        List<ExternalId> claims = thing.kind() == SubjectKind.ITEM
                ? CatalogTable.claims(tx, user, thing.number()).stream()
                        .filter(claim ->
                                said.stream().noneMatch(link -> link.id().equals(claim)))
                        .toList()
                : List.of();
        double confidence = links.isEmpty()
                ? claims.isEmpty() ? 0 : CLAIMED
                : links.getFirst().confidence();
        Status status = CatalogTable.isMerged(tx, user, thing.kind(), thing.number())
                ? Status.MERGED
                : links.isEmpty()
                        ? Status.PROVISIONAL
                        : confidence >= Decision.CERTAIN ? Status.CANONICAL : Status.RESOLVED;
        return new Identity(status, confidence, links, claims);
    }

    /** The ids that decisions tied to these things of one kind; those that a decision denies have the confidence 0. */
    public static Map<Integer, List<Link>> links(Tx tx, UserId user, SubjectKind kind, Collection<Integer> numbers)
            throws SQLException {
        return IdentityTable.links(tx, user, kind, numbers);
    }

    /** The credit of an item as it is now, in order: as decided, else as told. */
    public static List<CreditedName> credit(Tx tx, UserId user, int item) throws SQLException {
        return IdentityTable.credit(tx, user, item);
    }

    /** The ids that sources told of this item, whatever decisions say of them. */
    public static List<ExternalId> claims(Tx tx, UserId user, int item) throws SQLException {
        return CatalogTable.claims(tx, user, item);
    }

    /** The numbers of all items that a decision ties an id to, or takes one from. */
    public static BitSet decidedItems(Tx tx, UserId user) throws SQLException {
        return IdentityTable.decidedItems(tx, user);
    }

    /**
     * By id, the lowest number of the things of one kind that it is tied to; ids that nothing is tied to are left out.
     */
    public static Map<ExternalId, Integer> linked(Tx tx, UserId user, SubjectKind kind, Collection<ExternalId> ids)
            throws SQLException {
        return IdentityTable.linked(tx, user, kind, ids);
    }
}
