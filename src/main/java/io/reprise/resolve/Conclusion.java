package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.catalog.Fact;
import io.reprise.catalog.FactRows;
import io.reprise.catalog.Identity;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Ruling;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.history.Names;
import io.reprise.media.ContainerKind;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import io.reprise.media.Fold;
import io.reprise.media.OneLine;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Turns matches that hold into decisions: the item is what the authority's id names; another item of that id is the
 * same; a credit told as one text becomes the creators that the authority names in it, and the title loses its guests
 * to it; a creator of just that name is the authority's, and so is the container of just that title, where all that was
 * played from it is one creator's; an item that was never told with a container is put into the authority's. What the
 * authority told besides is kept as facts. All of one step are appended together.
 */
final class Conclusion {
    private static final int EVIDENCE_CHARS_MAX = 1_000;
    private static final String VARIOUS = "various artists";

    private final Ledger ledger;
    private final Tx tx;
    private final UserId user;
    private final List<Ledger.Asked> asked = new ArrayList<>();
    private final List<Ledger.Same> same = new ArrayList<>();
    private final Map<ExternalId, Integer> items = new HashMap<>();
    private final Map<Thing, ExternalId> linked = new HashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final long now;

    Conclusion(Ledger ledger, Tx tx, UserId user, long now) {
        this.ledger = ledger;
        this.tx = tx;
        this.user = user;
        this.now = now;
    }

    /** An item with the match that holds, the word of the authority it is from, who says so and how sure. */
    record Held(Shelf shelf, Shelf.Item item, Match match, String source, Ledger.Author author) {
        int number() {
            return item.number();
        }

        Thing thing() {
            return new Thing(SubjectKind.ITEM, item.number());
        }
    }

    void add(Held held) throws SQLException {
        Finding finding = held.match().finding();
        facts.add(new ToldFacts(held.source(), now).of(finding));
        say(held, held.thing(), new Ruling.Link(finding.id()));
        Optional<Integer> known = items.containsKey(finding.id())
                ? Optional.of(items.get(finding.id()))
                : Identity.linked(tx, user, SubjectKind.ITEM, finding.id());
        if (known.isPresent() && known.get() != held.number()) {
            same.add(new Ledger.Same(held.number(), known.get(), held.author()));
        } else {
            items.put(finding.id(), held.number());
        }
        credit(held, finding);
        if (finding.container().isPresent()) {
            house(held, finding.container().get());
        }
    }

    private void say(Held held, Thing thing, Ruling ruling) {
        asked.add(new Ledger.Asked(thing, ruling, held.author()));
    }

    private void credit(Held held, Finding finding) throws SQLException {
        List<Finding.Creator> found = finding.creators();
        List<CreditedName> told = held.item().told();
        List<Integer> creators = held.shelf().creators(held.number());
        unguest(held, finding);
        if (told.size() == 1 && found.size() > 1) {
            List<CreditedName> names = found.stream()
                    .map(one -> new CreditedName(one.creditedAs(), one.join(), one.role()))
                    .toList();
            say(held, held.thing(), new Ruling.Recredit(names));
            return;
        }
        for (int i = 0; i < found.size() && found.size() == creators.size(); i++) {
            ExternalId id = found.get(i).id();
            boolean isNamed = i < told.size()
                    && Fold.fold(told.get(i).name())
                            .equals(Fold.fold(found.get(i).name()));
            if (id != null && isNamed && creators.get(i) != 0) {
                link(held, new Thing(SubjectKind.CREATOR, creators.get(i)), id);
            }
        }
    }

    /** A guest who was told in the title stands in the credit now, so the title goes without. */
    private void unguest(Held held, Finding finding) {
        String told = held.item().question().title();
        boolean isNamed = held.shelf().names().title(held.number()).equals(told);
        if (isNamed
                && finding.creators().size() > 1
                && !Title.read(told).guests().isEmpty()
                && Title.read(finding.title()).guests().isEmpty()) {
            say(held, held.thing(), new Ruling.Rename(finding.title()));
        }
    }

    /** The container it was told from is the authority's of that title; an item told without one is put into it. */
    private void house(Held held, Finding.Container found) throws SQLException {
        Names names = held.shelf().names();
        Homes homes = held.shelf().homes();
        int told = held.shelf().container(held.number());
        if (told != 0) {
            boolean isNamed = names.containerKind(told) == found.kind()
                    && Sameness.key(names.containerTitle(told)).equals(Sameness.key(found.title()));
            if (isNamed && (found.kind() == ContainerKind.SHOW || homes.isOfOne(told))) {
                ExternalId id = ToldFacts.id(found);
                if (link(held, new Thing(SubjectKind.CONTAINER, told), id)) {
                    facts.add(new ToldFacts(held.source(), now).of(found));
                }
            }
        } else if (!Fold.fold(found.credit()).equals(VARIOUS)) {
            OptionalInt known = homes.find(held.number(), found.title());
            say(
                    held,
                    held.thing(),
                    known.isPresent() && names.containerKind(known.getAsInt()) == found.kind()
                            ? new Ruling.Move(
                                    found.kind(),
                                    names.containerTitle(known.getAsInt()),
                                    names.containerCredit(known.getAsInt()),
                                    true)
                            : new Ruling.Move(found.kind(), found.title(), credit(held, found), true));
        }
    }

    private static String credit(Held held, Finding.Container found) {
        List<CreditedName> told = held.item().told();
        return !found.credit().isBlank() || told.isEmpty()
                ? found.credit()
                : told.getFirst().name();
    }

    /** Ties the id to the thing, but where another id of its scheme is tied to it, or a decision denies this one. */
    private boolean link(Held held, Thing thing, ExternalId id) throws SQLException {
        ExternalId before = linked.get(thing);
        if (before != null) {
            return before.equals(id);
        }
        List<Identity.Link> said =
                Identity.links(tx, user, thing.kind(), List.of(thing.number())).getOrDefault(thing.number(), List.of());
        for (Identity.Link link : said) {
            boolean isDenied = link.confidence() == 0;
            if (link.id().equals(id)
                    ? isDenied
                    : !isDenied && link.id().scheme().equals(id.scheme())) {
                return false;
            }
        }
        linked.put(thing, id);
        say(held, thing, new Ruling.Link(id));
        return true;
    }

    /** Appends them, inside the caller's step. */
    void end() throws SQLException {
        ledger.decideAll(tx, user, asked);
        FactRows.put(tx, user, facts);
        ledger.mergeAll(tx, user, SubjectKind.ITEM, same);
    }

    /** What stands beside the decision for ever: the rule and what it rests on. */
    static String evidence(Match match) {
        String lines = match.evidence().stream()
                .map(one -> one.aspect() + ": " + one.words() + " (told \"" + one.told() + "\", found \"" + one.found()
                        + "\")")
                .collect(Collectors.joining("; "));
        String all = match.rule().word() + ", score " + Math.round(match.score() * 1000) / 1000.0 + ": " + lines;
        return OneLine.cut(all, EVIDENCE_CHARS_MAX);
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
