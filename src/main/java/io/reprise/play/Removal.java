package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.catalog.DecisionKind;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;

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

    /** Takes one of these decisions back. */
    public void undo(UserId user, long decision, Ledger.Author author) {
        database.write(tx -> {
            var undone = ledger.undo(tx, user, decision, author);
            if (undone.kind() == DecisionKind.REMOVE_PLAY || undone.kind() == DecisionKind.KEEP_PLAY) {
                aggregator.judgeAgain(tx, user, undone.subject());
            }
            return undone;
        });
    }

    private long decide(UserId user, long scrobble, DecisionKind kind, Ledger.Author author) {
        aggregator.catchUp(user);
        return database.write(tx -> {
            demandKnown(tx, user, scrobble);
            long decision = ledger.decidePlay(tx, user, kind, scrobble, author);
            aggregator.judgeAgain(tx, user, scrobble);
            return decision;
        });
    }

    private void demandKnown(Tx tx, UserId user, long scrobble) throws SQLException {
        if (log.find(tx, user, scrobble).isEmpty()) {
            throw new Refusal("there is no scrobble with the number " + scrobble + " in this history");
        }
    }
}
