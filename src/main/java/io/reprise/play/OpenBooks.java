package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.catalog.Ledger;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** The two books of one user, open in one step of the store. */
record OpenBooks(Tx tx, UserId user, ScrobbleLog log, Ledger ledger) {
    /** The rule for duplicates that holds. */
    Duplicates rule() throws SQLException {
        return by(RuleBook.holding(ledger, tx, user));
    }

    Duplicates by(DuplicateRule rule) throws SQLException {
        return Duplicates.by(rule, rule.apart().isEmpty() ? Map.of() : log.origins(tx, user));
    }

    /** What the user decided of these plays, which are folded by this rule. */
    Verdicts.Decided decided(Collection<Long> numbers, Duplicates rule) throws SQLException {
        return new Verdicts.Decided(ledger.verdicts(tx, user, numbers), ledger.retracted(tx, user), rule);
    }
}
