package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.catalog.Decision;
import io.reprise.catalog.DecisionKind;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What a user says of single plays: it never happened, or it does count. Each is one appended decision; the scrobble
 * stays in the log and the decision can be undone. Thread-safe.
 */
public final class Removal {
    private final Database database;
    private final ScrobbleLog log;
    private final Ledger ledger;
    private final Aggregator aggregator;

    public Removal(Database database, ScrobbleLog log, Ledger ledger, Aggregator aggregator) {
        this.database = database;
        this.log = log;
        this.ledger = ledger;
        this.aggregator = aggregator;
    }

    /**
     * The play no longer counts. Returns the decision's number; refuses a number that this user's log does not hold.
     */
    public long remove(UserId user, long scrobble, Ledger.Author author) {
        return decide(user, scrobble, DecisionKind.REMOVE_PLAY, author);
    }

    /** The play counts, whatever the rules say of it. Returns the decision's number. */
    public long keep(UserId user, long scrobble, Ledger.Author author) {
        return decide(user, scrobble, DecisionKind.KEEP_PLAY, author);
    }

    /** The pairs of plays that were folded; {@link #keep} takes one apart and {@link #unkeep} folds it again. */
    public Pairs pairs() {
        return new Pairs(database, log, ledger);
    }

    /**
     * The rules decide of this play again, which the user had said counts: a pair that was taken apart is folded once
     * more. Returns the decision that no longer holds; refuses where there is none.
     */
    public long unkeep(UserId user, long scrobble, Ledger.Author author) {
        Decision kept = database.read(tx -> Optional.ofNullable(
                        ledger.verdicts(tx, user, List.of(scrobble)).get(scrobble)))
                .filter(decision -> decision.kind() == DecisionKind.KEEP_PLAY)
                .orElseThrow(() -> new Refusal("scrobble " + scrobble + " was not taken apart from another one"));
        undo(user, kept.number(), author);
        return kept.number();
    }

    /** Takes one of these decisions back. */
    public void undo(UserId user, long decision, Ledger.Author author) {
        database.write(tx -> {
            var undone = ledger.undo(tx, user, decision, author);
            Decision root = ledger.root(tx, user, undone);
            if (root.kind() == DecisionKind.DUPLICATE_RULE) {
                throw new Refusal("decision " + decision
                        + " is about the rule for duplicates, which all plays follow; undo it in a job of its own");
            }
            if (root.kind() == DecisionKind.REMOVE_PLAY || root.kind() == DecisionKind.KEEP_PLAY) {
                aggregator.judgeAgain(tx, user, root.subject());
            }
            return undone;
        });
    }

    private long decide(UserId user, long scrobble, DecisionKind kind, Ledger.Author author) {
        aggregator.catchUp(user);
        return database.write(tx -> {
            demandKnown(tx, user, scrobble, kind);
            long decision = ledger.decidePlay(tx, user, kind, scrobble, author);
            aggregator.judgeAgain(tx, user, scrobble);
            return decision;
        });
    }

    private void demandKnown(Tx tx, UserId user, long scrobble, DecisionKind kind) throws SQLException {
        ScrobbleLog.Entry entry = log.find(tx, user, scrobble)
                .orElseThrow(
                        () -> new Refusal("there is no scrobble with the number " + scrobble + " in this history"));
        int run = entry.scrobble().run();
        if (kind == DecisionKind.KEEP_PLAY && ledger.retracted(tx, user).contains(run)) {
            throw new Refusal("scrobble " + scrobble + " came with import run " + run
                    + ", which was undone; redo that run to have it count");
        }
    }
}
