package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.catalog.Identity;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Ruling;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import io.reprise.media.Fold;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns matches that hold into decisions: the item is what the authority's id names; another item of that id is the
 * same; a credit told as one text becomes the creators that the authority names in it; a creator of just that name is
 * the authority's. All of one step are appended together.
 */
final class Conclusion {
    private static final int EVIDENCE_CHARS_MAX = 1_000;

    private final Ledger ledger;
    private final Tx tx;
    private final UserId user;
    private final List<Ledger.Asked> asked = new ArrayList<>();
    private final List<Ledger.Same> same = new ArrayList<>();
    private final Map<ExternalId, Integer> items = new HashMap<>();

    Conclusion(Ledger ledger, Tx tx, UserId user) {
        this.ledger = ledger;
        this.tx = tx;
        this.user = user;
    }

    /** An item with the match that holds, who says so and how sure. */
    record Held(int item, List<CreditedName> told, List<Integer> creators, Match match, Ledger.Author author) {}

    void add(Held held) throws SQLException {
        Finding finding = held.match().finding();
        asked.add(new Ledger.Asked(
                new Thing(SubjectKind.ITEM, held.item()), new Ruling.Link(finding.id()), held.author()));
        Optional<Integer> known = items.containsKey(finding.id())
                ? Optional.of(items.get(finding.id()))
                : Identity.linked(tx, user, SubjectKind.ITEM, finding.id());
        if (known.isPresent() && known.get() != held.item()) {
            same.add(new Ledger.Same(held.item(), known.get(), held.author()));
        } else {
            items.put(finding.id(), held.item());
        }
        credit(held, finding);
    }

    private void credit(Held held, Finding finding) {
        List<Finding.Creator> found = finding.creators();
        if (held.told().size() == 1 && found.size() > 1) {
            List<CreditedName> names = found.stream()
                    .map(one -> new CreditedName(one.creditedAs(), one.join(), one.role()))
                    .toList();
            asked.add(new Ledger.Asked(
                    new Thing(SubjectKind.ITEM, held.item()), new Ruling.Recredit(names), held.author()));
            return;
        }
        for (int i = 0; i < found.size() && found.size() == held.creators().size(); i++) {
            ExternalId id = found.get(i).id();
            boolean isNamed = i < held.told().size()
                    && Fold.fold(held.told().get(i).name())
                            .equals(Fold.fold(found.get(i).name()));
            if (id != null && isNamed && held.creators().get(i) != 0) {
                asked.add(new Ledger.Asked(
                        new Thing(SubjectKind.CREATOR, held.creators().get(i)), new Ruling.Link(id), held.author()));
            }
        }
    }

    /** Appends them, inside the caller's step. */
    void end() throws SQLException {
        ledger.decideAll(tx, user, asked);
        ledger.mergeAll(tx, user, SubjectKind.ITEM, same);
    }

    /** What stands beside the decision for ever: the rule and what it rests on. */
    static String evidence(Match match) {
        String lines = match.evidence().stream()
                .map(one -> one.aspect() + ": " + one.words() + " (told \"" + one.told() + "\", found \"" + one.found()
                        + "\")")
                .collect(Collectors.joining("; "));
        String all = match.rule().word() + ", score " + Math.round(match.score() * 1000) / 1000.0 + ": " + lines;
        return all.length() <= EVIDENCE_CHARS_MAX ? all : all.substring(0, EVIDENCE_CHARS_MAX);
    }

    /** The authority's word, weighed by a rule; only an id that was told and fits the names makes it certain. */
    static Ledger.Author resolver(Authority authority, Match match) {
        boolean certain = match.rule() == Rule.ID_AND_NAMES || match.rule() == Rule.ADDRESS;
        return new Ledger.Author(
                "resolver",
                authority.title() + ": " + match.rule().words(),
                certain ? 1 : Math.min(match.score(), 0.999),
                evidence(match));
    }
}
