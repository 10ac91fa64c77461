package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.media.CreditedName;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ledger for those who bring no step of their own: read as a story, and added to. Thread-safe. */
public final class LedgerDesk {
    /** How many decisions about one thing are told. */
    public static final int ABOUT_MAX = 50;

    private final Database database;
    private final Ledger ledger;

    public LedgerDesk(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /**
     * A decision; {@code ruling} is what it says of a thing, null where it is about something else; {@code root} is
     * what an undo is about in the end, else the decision itself; {@code undoneBy} is the decision that took it back,
     * null where it holds.
     */
    public record Line(
            Decision decision,
            @Nullable Ruling ruling,
            Decision root,
            @Nullable Long undoneBy) {
        /** What {@link #root} says of a thing; null where it is about something else. */
        public @Nullable Ruling rootRuling() {
            return Content.ruling(root);
        }
    }

    /** The decisions before this number, the newest first, at most {@code limit}. */
    public List<Line> before(UserId user, long before, int limit) {
        return database.read(tx -> lines(tx, user, DecisionTable.before(tx, user, before, limit)));
    }

    /** The decisions after this number, the oldest first, at most {@code limit}. */
    public List<Line> after(UserId user, long after, int limit) {
        return database.read(tx -> lines(tx, user, DecisionTable.after(tx, user, after, limit)));
    }

    private List<Line> lines(Tx tx, UserId user, List<Decision> decisions) throws SQLException {
        Map<Long, Long> undoneBy = Pointers.undoneBy(DecisionTable.undos(tx, user));
        List<Line> lines = new ArrayList<>();
        for (Decision decision : decisions) {
            lines.add(new Line(
                    decision,
                    Content.ruling(decision),
                    ledger.root(tx, user, decision),
                    undoneBy.get(decision.number())));
        }
        return lines;
    }

    /** As {@link Ledger#decide}, in a step of its own. */
    public long decide(UserId user, Thing thing, Ruling ruling, Ledger.Author author) {
        return database.write(tx -> ledger.decide(tx, user, thing, ruling, author));
    }

    /** What authorities told of this very thing, the surest id first, then the newest. */
    public List<Fact> facts(UserId user, Thing thing) {
        return database.read(tx -> FactRows.of(tx, user, thing));
    }

    /** As {@link Ledger#merge}, in a step of its own. */
    public long merge(UserId user, Thing from, int into, Ledger.Author author) {
        return database.write(tx -> ledger.merge(tx, user, from.kind(), from.number(), into, author));
    }

    /**
     * What was decided about this thing and still holds, merges into it as well, the newest first, at most
     * {@value #ABOUT_MAX}.
     */
    public List<Line> about(UserId user, Thing thing) {
        return database.read(tx -> {
            List<Decision> about =
                    new ArrayList<>(DecisionTable.about(tx, user, thing.kind(), List.of((long) thing.number())));
            for (Pointers.Merge merge : DecisionTable.merges(tx, user, thing.kind())) {
                if (merge.object() == thing.number()) {
                    about.addAll(DecisionTable.after(tx, user, merge.number() - 1, 1));
                }
            }
            return lines(tx, user, about).stream()
                    .filter(line -> line.undoneBy() == null)
                    .sorted(Comparator.comparingLong(
                                    (Line line) -> line.decision().number())
                            .reversed())
                    .limit(ABOUT_MAX)
                    .toList();
        });
    }

    /** The credit of an item as it is now: as decided, else as told. */
    public List<CreditedName> credit(UserId user, int item) {
        return database.read(tx -> IdentityTable.credit(tx, user, item));
    }

    /** What this thing is taken for. */
    public Identity identity(UserId user, Thing thing) {
        return database.read(tx -> Identity.of(tx, user, thing));
    }
}
