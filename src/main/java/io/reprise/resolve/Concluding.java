package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.catalog.Fact;
import io.reprise.catalog.FactRows;
import io.reprise.catalog.Identity;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.media.ExternalId;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says what was concluded, all of one step together: the decisions, the facts, and that items which are the same by
 * their id are one. What the ledger says already is asked a few times for all.
 */
final class Concluding {
    private final Ledger ledger;
    private final Tx tx;
    private final UserId user;
    private final List<Ledger.Asked> asked = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    Concluding(Ledger ledger, Tx tx, UserId user) {
        this.ledger = ledger;
        this.tx = tx;
        this.user = user;
    }

    /** Inside the caller's step. */
    void say(List<Conclusion> conclusions) throws SQLException {
        List<Ledger.Same> same = same(conclusions);
        Ties ties = new Ties(conclusions);
        for (Conclusion conclusion : conclusions) {
            facts.add(conclusion.fact());
            for (Conclusion.Saying saying : conclusion.sayings()) {
                switch (saying) {
                    case Conclusion.Saying.Plain(var ruled) -> asked.add(ruled);
                    case Conclusion.Saying.Tie tie -> say(tie, ties);
                }
            }
        }
        ledger.decideAll(tx, user, asked);
        FactRows.put(tx, user, facts);
        ledger.mergeAll(tx, user, SubjectKind.ITEM, same);
    }

    private void say(Conclusion.Saying.Tie tie, Ties ties) {
        if (ties.take(tie)) {
            asked.add(tie.asked());
            if (tie.fact() != null) {
                facts.add(tie.fact());
            }
        }
    }

    /** Each item whose id another one has already, which stands in the ledger or comes first here. */
    private List<Ledger.Same> same(List<Conclusion> conclusions) throws SQLException {
        Map<ExternalId, Integer> items = new HashMap<>(Identity.linked(
                tx,
                user,
                SubjectKind.ITEM,
                conclusions.stream().map(Conclusion::id).toList()));
        List<Ledger.Same> same = new ArrayList<>();
        for (Conclusion conclusion : conclusions) {
            int known = items.computeIfAbsent(conclusion.id(), id -> conclusion.item());
            if (known != conclusion.item()) {
                same.add(new Ledger.Same(conclusion.item(), known, conclusion.author()));
            }
        }
        return same;
    }

    /** The ids that creators and containers are tied to. */
    private final class Ties {
        private final Map<SubjectKind, Map<Integer, List<Identity.Link>>> said = new EnumMap<>(SubjectKind.class);
        private final Set<Thing> taken = new HashSet<>();

        Ties(List<Conclusion> conclusions) throws SQLException {
            Map<SubjectKind, Set<Integer>> numbers = new EnumMap<>(SubjectKind.class);
            for (Conclusion conclusion : conclusions) {
                for (Conclusion.Saying saying : conclusion.sayings()) {
                    if (saying instanceof Conclusion.Saying.Tie tie) {
                        numbers.computeIfAbsent(tie.thing().kind(), any -> new HashSet<>())
                                .add(tie.thing().number());
                    }
                }
            }
            for (Map.Entry<SubjectKind, Set<Integer>> kind : numbers.entrySet()) {
                said.put(kind.getKey(), Identity.links(tx, user, kind.getKey(), kind.getValue()));
            }
        }

        /** Whether to tie this: not where another id of its scheme is tied to the thing, or a decision denies this. */
        boolean take(Conclusion.Saying.Tie tie) {
            List<Identity.Link> links = said.getOrDefault(tie.thing().kind(), Map.of())
                    .getOrDefault(tie.thing().number(), List.of());
            return links.stream().noneMatch(link -> isInTheWay(link, tie.id())) && taken.add(tie.thing());
        }

        private static boolean isInTheWay(Identity.Link link, ExternalId id) {
            boolean isDenied = link.confidence() == 0;
            return link.id().equals(id)
                    ? isDenied
                    : !isDenied && link.id().scheme().equals(id.scheme());
        }
    }
}
