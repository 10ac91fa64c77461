package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.catalog.Decision;
import io.reprise.catalog.DecisionKind;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which a user's duplicates are found: how it stands, what another one would change, and the change itself,
 * which is one decision that the plays then follow step by step. Thread-safe.
 */
public final class RuleBook {
    private static final int STEP_SCROBBLES_MAX = 2_000;

    private final Database database;
    private final ScrobbleLog log;
    private final Ledger ledger;

    RuleBook(Database database, ScrobbleLog log, Ledger ledger) {
        this.database = database;
        this.log = log;
        this.ledger = ledger;
    }

    /**
     * The rule that holds and the decision that made it, null where the user chose none; the number of the last
     * decision about it, 0 where there is none; and whether all plays follow it.
     */
    public record Standing(DuplicateRule rule, @Nullable Decision decision, long last, boolean isFollowed) {}

    public Standing standing(UserId user) {
        return database.read(tx -> {
            Optional<Decision> decision = ledger.duplicateRule(tx, user);
            long last = last(ledger, tx, user);
            return new Standing(holding(decision), decision.orElse(null), last, PlayHeadTable.ruled(tx, user) == last);
        });
    }

    /** Every source of this user, by its number. */
    public Map<Integer, Origin> origins(UserId user) {
        return database.read(tx -> log.origins(tx, user));
    }

    /** What is wanted of the rule. */
    public sealed interface Wanted {
        /** From now on this rule. */
        record Rule(DuplicateRule rule) implements Wanted {}

        /** This decision about the rule, or this undo of one, no longer holds. */
        record Undo(long decision) implements Wanted {}
    }

    /** Whether this decision is about the rule, itself or through what it undoes. */
    public boolean isAboutRule(UserId user, Decision decision) {
        return database.read(tx -> ledger.root(tx, user, decision).kind() == DecisionKind.DUPLICATE_RULE);
    }

    /**
     * Appends the decision, where {@code seen} is the last one about the rule. Doing it again appends nothing. Refuses
     * where somebody else changed the rule meanwhile. The plays do not follow yet.
     */
    public void decide(UserId user, Wanted wanted, long seen, Ledger.Author author) {
        database.write(tx -> {
            // Orders those who decide at once, and what the aggregator judges meanwhile by the rule that held.
            PlayHeadTable.lock(tx, user);
            Optional<Decision> last = ledger.lastOfDuplicateRule(tx, user);
            long now = last.map(Decision::number).orElse(0L);
            if (now == seen) {
                append(tx, user, wanted, author);
            } else if (!isIt(last.orElseThrow(), wanted)) {
                throw new Refusal("the rule for duplicates was changed meanwhile, by decision " + now
                        + "; look at it, and choose once more");
            }
            return now;
        });
    }

    private static boolean isIt(Decision last, Wanted wanted) {
        return switch (wanted) {
            case Wanted.Rule(var rule) ->
                last.kind() == DecisionKind.DUPLICATE_RULE && last.content().equals(rule.text());
            case Wanted.Undo(var decision) -> last.kind() == DecisionKind.UNDO && last.subject() == decision;
        };
    }

    private void append(Tx tx, UserId user, Wanted wanted, Ledger.Author author) throws SQLException {
        switch (wanted) {
            case Wanted.Rule(var rule) -> {
                if (!rule.equals(holding(ledger, tx, user))) {
                    ledger.setDuplicateRule(tx, user, rule.text(), author);
                }
            }
            case Wanted.Undo(var decision) -> {
                Decision undone = ledger.undo(tx, user, decision, author);
                if (ledger.root(tx, user, undone).kind() != DecisionKind.DUPLICATE_RULE) {
                    throw new Refusal("decision " + decision + " is not about the rule for duplicates");
                }
            }
        }
    }

    /**
     * Has every play follow the rule that holds, in steps, each of which leaves plays and daily plays consistent;
     * answers how many scrobbles were judged again, 0 where all followed it already. Doing it again is safe.
     * {@code watch} may throw to end it between two steps.
     */
    public long follow(UserId user, Aggregator.Watch watch) {
        Pass pass = new Pass(user);
        while (!database.write(pass::step)) {
            watch.read(pass.after, pass.of);
        }
        return pass.after;
    }

    /** One way through the log; used by one thread at a time. */
    private final class Pass {
        private final UserId user;
        private long target = -1;
        private long after;
        private long of;

        Pass(UserId user) {
            this.user = user;
        }

        /** Answers whether it was the last step. A step that is rolled back is done once more. */
        boolean step(Tx tx) throws SQLException {
            PlayHeadTable.Head head = PlayHeadTable.lock(tx, user);
            long last = last(ledger, tx, user);
            if (target < 0 && head.ruled == last) {
                return true;
            }
            long goal = target < 0 ? last : target;
            long upTo = Math.min(head.derived, after + STEP_SCROBBLES_MAX);
            // Plays of one origin are never folded, by no rule.
            if (log.origins(tx, user).size() <= 1) {
                upTo = head.derived;
            } else if (upTo > after) {
                new Step(tx, user, log, ledger).judgeAgain(readable(log.between(tx, user, after, upTo)), head);
            }
            boolean isLast = upTo >= head.derived;
            if (isLast && last == goal) {
                head.ruled = last;
            }
            PlayHeadTable.store(tx, user, head);
            target = goal;
            after = upTo;
            of = head.derived;
            return isLast;
        }
    }

    /**
     * What this rule would change in the whole history, compared with the plays as they stand; writes nothing.
     * {@code watch} may throw to end it.
     */
    public RuleEffect effect(UserId user, DuplicateRule rule, Aggregator.Watch watch) {
        RuleTrial trial = new RuleTrial(rule);
        long derived = database.read(tx -> CountedPlays.version(tx, user)).derived();
        for (long from = 0; from < derived; from += STEP_SCROBBLES_MAX) {
            long after = from;
            long upTo = Math.min(derived, after + STEP_SCROBBLES_MAX);
            database.read(tx -> {
                trial.step(new OpenBooks(tx, user, log, ledger), readable(log.between(tx, user, after, upTo)));
                return upTo;
            });
            watch.read(upTo, derived);
        }
        return trial.effect();
    }

    private static List<Fresh> readable(List<ScrobbleLog.Entry> entries) {
        List<Fresh> readable = new ArrayList<>(entries.size());
        for (ScrobbleLog.Entry entry : entries) {
            if (entry instanceof ScrobbleLog.Entry.Read(var fresh, var payload)) {
                readable.add(fresh);
            }
        }
        return readable;
    }

    static DuplicateRule holding(Ledger ledger, Tx tx, UserId user) throws SQLException {
        return holding(ledger.duplicateRule(tx, user));
    }

    private static DuplicateRule holding(Optional<Decision> decision) {
        if (decision.isEmpty()) {
            return DuplicateRule.AS_IT_COMES;
        }
        try {
            return DuplicateRule.read(decision.get().content());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the rule for duplicates of decision " + decision.get().number() + " cannot be read: "
                            + e.getMessage() + "; was this store written by a newer Reprise?",
                    e);
        }
    }

    /** Every play follows the rule that holds: the end of a rebuild. */
    static void followed(Ledger ledger, Tx tx, UserId user) throws SQLException {
        PlayHeadTable.Head head = PlayHeadTable.lock(tx, user);
        head.ruled = last(ledger, tx, user);
        PlayHeadTable.store(tx, user, head);
    }

    private static long last(Ledger ledger, Tx tx, UserId user) throws SQLException {
        return ledger.lastOfDuplicateRule(tx, user).map(Decision::number).orElse(0L);
    }
}
