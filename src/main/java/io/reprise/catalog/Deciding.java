package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.media.ExternalId;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One step in which things are ruled upon: what was decided before is looked up once. */
final class Deciding {
    private final Tx tx;
    private final UserId user;
    private final long now;
    private final Set<Long> undone;
    private final Map<SubjectKind, Set<Long>> touched = new EnumMap<>(SubjectKind.class);
    private boolean reshapes;
    private boolean relinks;

    Deciding(Tx tx, UserId user, long now, Set<Long> undone) {
        this.tx = tx;
        this.user = user;
        this.now = now;
        this.undone = undone;
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
        long number = Ledger.insert(tx, user, Content.filled(tx, user, decision, ruling));
        touch(thing, ruling.kind());
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
        if (!CatalogTable.exists(tx, user, thing.kind(), thing.number())) {
            throw new Refusal(
                    "there is no " + thing.kind().word() + " with the number " + thing.number() + " in this library");
        }
    }

    /** The latest decision that holds about the same, where there is one. */
    private Optional<Decision> holding(Thing thing, Ruling ruling) throws SQLException {
        return DecisionTable.about(tx, user, thing.kind(), List.of((long) thing.number())).stream()
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
        Identities identities = new Identities(tx, user, undone);
        for (Map.Entry<SubjectKind, Set<Long>> kind : touched.entrySet()) {
            identities.recompute(kind.getKey(), new ArrayList<>(kind.getValue()));
        }
        if (reshapes || relinks) {
            CatalogHeadTable.Head head = CatalogHeadTable.lock(tx, user);
            head.epoch += reshapes ? 1 : 0;
            head.facts += relinks ? 1 : 0;
            CatalogHeadTable.store(tx, user, head);
        }
    }
}
