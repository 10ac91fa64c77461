package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.media.ExternalId;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One step in which things are ruled upon: what was decided before is looked up once. */
final class Deciding {
    private final Tx tx;
    private final UserId user;
    private final long now;
    private final Set<Long> undone;
    private final Map<SubjectKind, Set<Long>> touched = new EnumMap<>(SubjectKind.class);
    /** What was decided about the things that were looked up, in order. */
    private final Map<Thing, List<Decision>> about = new HashMap<>();

    /** Those of them about which nothing had been decided, so no reading of the ledger knows them. */
    private final Set<Thing> fresh = new HashSet<>();
    /** Those that were looked up and are there. */
    private final Set<Thing> existing = new HashSet<>();
    /** What is decided in this step and not in the table yet, with the numbers after those that are. */
    private final MultiInsert decisions;

    /** The user's numbers, locked and stored at the end, and what is made with them, where any are given. */
    private CatalogHeadTable.@Nullable Head head;

    private @Nullable Makings makings;
    private boolean reshapes;
    private boolean relinks;

    Deciding(Tx tx, UserId user, long now, Set<Long> undone) {
        this.tx = tx;
        this.user = user;
        this.now = now;
        this.undone = undone;
        this.decisions = DecisionTable.rows(tx);
    }

    /** Reads all that is needed to say all of this, a few questions for all. */
    void lookUp(List<Ledger.Asked> asked) throws SQLException {
        Map<SubjectKind, List<Long>> numbers = new EnumMap<>(SubjectKind.class);
        for (Ledger.Asked one : asked) {
            Thing thing = one.thing();
            if (about.putIfAbsent(thing, new ArrayList<>()) == null) {
                numbers.computeIfAbsent(thing.kind(), any -> new ArrayList<>()).add((long) thing.number());
            }
        }
        for (Map.Entry<SubjectKind, List<Long>> kind : numbers.entrySet()) {
            for (Decision decision : DecisionTable.about(tx, user, kind.getKey(), kind.getValue())) {
                about(decision).add(decision);
            }
            for (long number : CatalogTable.existing(tx, user, kind.getKey(), kind.getValue())) {
                existing.add(new Thing(kind.getKey(), Math.toIntExact(number)));
            }
        }
        about.forEach((thing, decisions) -> {
            if (decisions.isEmpty()) {
                fresh.add(thing);
            }
        });
        if (!asked.isEmpty()) {
            makings().lookUp(asked.stream().map(Ledger.Asked::ruling).toList());
        }
    }

    private CatalogHeadTable.Head head() throws SQLException {
        CatalogHeadTable.Head known = head;
        if (known == null) {
            known = CatalogHeadTable.lock(tx, user);
            head = known;
        }
        return known;
    }

    private Makings makings() throws SQLException {
        Makings known = makings;
        if (known == null) {
            known = new Makings(tx, user, head());
            makings = known;
        }
        return known;
    }

    private List<Decision> about(Decision decision) {
        Thing thing = new Thing(decision.subjectKind(), Math.toIntExact(decision.subject()));
        return about.computeIfAbsent(thing, any -> new ArrayList<>());
    }

    /** Appends the decision; {@link #end} has to follow. */
    long decide(Thing thing, Ruling ruling, Ledger.Author author) throws SQLException {
        demand(thing, ruling);
        Decision decision = new Decision(
                0,
                now,
                author.by(),
                ruling.kind(),
                thing.kind(),
                thing.number(),
                null,
                "",
                author.confidence(),
                author.because(),
                author.evidence());
        Optional<Decision> holding = holding(thing, ruling);
        if (holding.isPresent() && ruling.equals(Content.ruling(holding.get()))) {
            throw new Refusal("decision " + holding.get().number() + " says this of " + thing + " already");
        }
        if (ruling.kind() == DecisionKind.SPLIT) {
            new Demands(tx, user).alone(thing.number());
        }
        Decision filled = Content.filled(makings(), decision, ruling);
        long number = append(filled);
        if (about.containsKey(thing)) {
            about(filled).add(filled.numbered(number, now));
        }
        touch(thing, ruling.kind());
        return number;
    }

    private long append(Decision decision) throws SQLException {
        long number = ++head().decisions;
        DecisionTable.add(decisions, user, decision.numbered(number, now));
        return number;
    }

    /** Whether a decision that holds says just this already. */
    boolean isSaid(Thing thing, Ruling ruling) throws SQLException {
        return holding(thing, ruling)
                .map(decision -> ruling.equals(Content.ruling(decision)))
                .orElse(false);
    }

    private void demand(Thing thing, Ruling ruling) throws SQLException {
        if (!ruling.subjects().contains(thing.kind())) {
            throw new Refusal("\"" + ruling.kind().word() + "\" cannot be said of a "
                    + thing.kind().word());
        }
        if (!existing.contains(thing) && !CatalogTable.exists(tx, user, thing.kind(), thing.number())) {
            throw new Refusal(
                    "there is no " + thing.kind().word() + " with the number " + thing.number() + " in this library");
        }
    }

    /** The latest decision that holds about the same, where there is one. */
    private Optional<Decision> holding(Thing thing, Ruling ruling) throws SQLException {
        List<Decision> decided = about.get(thing);
        if (decided == null) {
            decided = DecisionTable.about(tx, user, thing.kind(), List.of((long) thing.number()));
        }
        return decided.stream()
                .filter(decision -> !undone.contains(decision.number()))
                .filter(decision -> concerns(decision, ruling))
                .reduce((earlier, later) -> later);
    }

    private static boolean concerns(Decision decision, Ruling ruling) {
        return switch (ruling) {
            case Ruling.Link(ExternalId id) -> isAboutId(decision, id);
            case Ruling.Unlink(ExternalId id) -> isAboutId(decision, id);
            case Ruling.Rename rename -> decision.kind() == rename.kind();
            case Ruling.Recredit recredit -> decision.kind() == recredit.kind();
            case Ruling.Move move -> decision.kind() == move.kind();
            case Ruling.Ignore ignore -> decision.kind() == ignore.kind();
            case Ruling.Split split -> decision.kind() == split.kind();
        };
    }

    private static boolean isAboutId(Decision decision, ExternalId id) {
        return (decision.kind() == DecisionKind.LINK || decision.kind() == DecisionKind.UNLINK)
                && decision.content().equals(id.toString());
    }

    /** This thing's readings are to be written anew, for a decision of this kind about it came or went. */
    void touch(Thing thing, DecisionKind kind) {
        touched.computeIfAbsent(thing.kind(), any -> new TreeSet<>()).add((long) thing.number());
        relinks |= kind == DecisionKind.LINK || kind == DecisionKind.UNLINK;
        reshapes |= kind == DecisionKind.RECREDIT
                || kind == DecisionKind.SPLIT
                || kind == DecisionKind.IGNORE && thing.kind() == SubjectKind.CREATOR;
    }

    /** Writes what holds now of everything that was touched. */
    void end() throws SQLException {
        decisions.flush();
        if (makings != null) {
            makings.end();
        }
        Identities identities = new Identities(tx, user, undone);
        for (Map.Entry<SubjectKind, Set<Long>> kind : touched.entrySet()) {
            for (long number : kind.getValue()) {
                if (!fresh.contains(new Thing(kind.getKey(), Math.toIntExact(number)))) {
                    identities.drop(kind.getKey(), number);
                }
            }
            identities.write(kind.getKey(), decided(kind.getKey(), kind.getValue()));
        }
        if (reshapes || relinks) {
            head().epoch += reshapes ? 1 : 0;
            head().facts += relinks ? 1 : 0;
        }
        if (head != null) {
            CatalogHeadTable.store(tx, user, head);
        }
    }

    /** Everything that was decided about these, in order: as looked up and added to, else as it stands in the table. */
    private Map<Long, List<Decision>> decided(SubjectKind kind, Set<Long> numbers) throws SQLException {
        Map<Long, List<Decision>> decided = new TreeMap<>();
        List<Long> missing = new ArrayList<>();
        for (long number : numbers) {
            List<Decision> known = about.get(new Thing(kind, Math.toIntExact(number)));
            decided.put(number, known == null ? new ArrayList<>() : known);
            if (known == null) {
                missing.add(number);
            }
        }
        for (Decision decision : DecisionTable.about(tx, user, kind, missing)) {
            decided.computeIfAbsent(decision.subject(), any -> new ArrayList<>())
                    .add(decision);
        }
        return decided;
    }
}
