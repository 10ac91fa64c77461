package io.reprise.resolve;

import io.reprise.catalog.Fact;
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
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a match that holds: the item is what the authority's id names; a credit told as one text becomes
 * the creators that the authority names in it, and the title loses its guests to it; a creator of just that name is the
 * authority's, and so is the container of just that title, where all that was played from it is one creator's; an item
 * that was never told with a container is put into the authority's. What the authority told besides is a fact. Nothing
 * here asks the store, so many are concluded at once; {@link Concluding} says them.
 */
record Conclusion(int item, ExternalId id, Ledger.Author author, Fact fact, List<Saying> sayings) {
    private static final int EVIDENCE_CHARS_MAX = 1_000;
    private static final String VARIOUS = "various artists";

    Conclusion {
        sayings = List.copyOf(sayings);
    }

    /** Something to be said. */
    sealed interface Saying {
        /** Said in any case. */
        record Plain(Ledger.Asked asked) implements Saying {}

        /**
         * That a creator or container goes by this id: said only where no other id of the scheme is tied to it. The
         * fact, where there is one, is kept along with it.
         */
        record Tie(
                Thing thing,
                ExternalId id,
                Ledger.Author author,
                @Nullable Fact fact) implements Saying {
            Ledger.Asked asked() {
                return new Ledger.Asked(thing, new Ruling.Link(id), author);
            }
        }
    }

    /**
     * An item with the match that holds, the word of the authority it is from, who says so and how sure, and when
     * (epoch seconds).
     */
    record Held(Shelf shelf, Shelf.Item item, Match match, String source, Ledger.Author author, long now) {
        int number() {
            return item.number();
        }

        Thing thing() {
            return new Thing(SubjectKind.ITEM, item.number());
        }

        Finding finding() {
            return match.finding();
        }

        /** Whatever else is said rests on what the item is. */
        Ledger.Author therefore() {
            return new Ledger.Author(
                    author.by(),
                    author.because(),
                    author.confidence(),
                    "follows from " + finding().id());
        }
    }

    static Conclusion of(Held held) {
        Finding finding = held.finding();
        ToldFacts facts = new ToldFacts(held.source(), held.now());
        List<Saying> sayings = new ArrayList<>();
        sayings.add(new Saying.Plain(new Ledger.Asked(held.thing(), new Ruling.Link(finding.id()), held.author())));
        credit(held, sayings);
        finding.container().ifPresent(container -> house(held, container, facts, sayings));
        return new Conclusion(held.number(), finding.id(), held.author(), facts.of(finding), sayings);
    }

    private static void say(Held held, Ruling ruling, List<Saying> sayings) {
        sayings.add(new Saying.Plain(new Ledger.Asked(held.thing(), ruling, held.therefore())));
    }

    private static void credit(Held held, List<Saying> sayings) {
        List<Finding.Creator> found = held.finding().creators();
        List<CreditedName> told = held.item().told();
        List<Integer> creators = held.shelf().creators(held.number());
        unguest(held, sayings);
        if (told.size() == 1 && found.size() > 1) {
            List<CreditedName> names = found.stream()
                    .map(one -> new CreditedName(one.creditedAs(), one.join(), one.role()))
                    .toList();
            say(held, new Ruling.Recredit(names), sayings);
            return;
        }
        for (int i = 0; i < found.size() && found.size() == creators.size(); i++) {
            ExternalId id = found.get(i).id();
            boolean isNamed = i < told.size()
                    && Fold.fold(told.get(i).name())
                            .equals(Fold.fold(found.get(i).name()));
            if (id != null && isNamed && creators.get(i) != 0) {
                Thing creator = new Thing(SubjectKind.CREATOR, creators.get(i));
                sayings.add(new Saying.Tie(creator, id, held.therefore(), null));
            }
        }
    }

    /** A guest who was told in the title stands in the credit now, so the title goes without. */
    private static void unguest(Held held, List<Saying> sayings) {
        Finding finding = held.finding();
        String told = held.item().question().title();
        boolean isNamed = held.shelf().names().title(held.number()).equals(told);
        if (isNamed
                && finding.creators().size() > 1
                && !Title.read(told).guests().isEmpty()
                && Title.read(finding.title()).guests().isEmpty()) {
            say(held, new Ruling.Rename(finding.title()), sayings);
        }
    }

    /** The container it was told from is the authority's of that title; an item told without one is put into it. */
    private static void house(Held held, Finding.Container found, ToldFacts facts, List<Saying> sayings) {
        Names names = held.shelf().names();
        Homes homes = held.shelf().homes();
        int told = held.shelf().container(held.number());
        if (told != 0) {
            boolean isNamed = names.containerKind(told) == found.kind()
                    && Sameness.key(names.containerTitle(told)).equals(Sameness.key(found.title()));
            if (isNamed && (found.kind() == ContainerKind.SHOW || homes.isOfOne(told))) {
                Thing container = new Thing(SubjectKind.CONTAINER, told);
                sayings.add(new Saying.Tie(container, ToldFacts.id(found), held.therefore(), facts.of(found)));
            }
        } else if (!Fold.fold(found.credit()).equals(VARIOUS)) {
            say(held, home(held, found, homes.find(held.number(), found.title())), sayings);
        }
    }

    private static Ruling home(Held held, Finding.Container found, OptionalInt known) {
        Names names = held.shelf().names();
        return known.isPresent() && names.containerKind(known.getAsInt()) == found.kind()
                ? new Ruling.Move(
                        found.kind(),
                        names.containerTitle(known.getAsInt()),
                        names.containerCredit(known.getAsInt()),
                        true)
                : new Ruling.Move(found.kind(), found.title(), credit(held, found), true);
    }

    private static String credit(Held held, Finding.Container found) {
        List<CreditedName> told = held.item().told();
        return !found.credit().isBlank() || told.isEmpty()
                ? found.credit()
                : told.getFirst().name();
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
