package io.reprise.upkeep;

import io.reprise.account.UserId;
import io.reprise.catalog.Decision;
import io.reprise.catalog.Ledger;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.Worker;
import io.reprise.play.DuplicateRule;
import io.reprise.play.RuleBook;
import io.reprise.scrobble.Origin;
import io.reprise.store.Database;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the rule for duplicates is looked at, tried and changed. A job that cannot be started now is a
 * {@link JobFailure}, a rule that does not fit an {@link IllegalArgumentException}. Thread-safe.
 */
public final class RuleDesk {
    private static final int LOOKED_AT_JOBS_MAX = 100;

    private final Database database;
    private final Worker worker;
    private final RuleBook book;

    /** {@code worker} knows the {@link RuleJob} and the {@link RulePreviewJob}. */
    public RuleDesk(Database database, Worker worker, RuleBook book) {
        this.database = database;
        this.worker = worker;
        this.book = book;
    }

    public RuleBook.Standing standing(UserId user) {
        return book.standing(user);
    }

    /** Every source of this user, by its number. */
    public Map<Integer, Origin> origins(UserId user) {
        return book.origins(user);
    }

    /** Starts the job that says what this rule would change. */
    public Job preview(UserId user, DuplicateRule rule) throws JobFailure {
        demandKnown(user, rule);
        return worker.start(user, RulePreviewJob.WORD, rule.text());
    }

    /** The latest answer of such a job; empty where there was none since the rule was changed. */
    public Optional<RulePreview> previewed(UserId user) {
        long last = book.standing(user).last();
        return database.read(tx -> RuleTable.find(tx, user)).filter(preview -> preview.last() == last);
    }

    /** Starts the job that makes this the rule. */
    public Job set(UserId user, DuplicateRule rule, Ledger.Author author) throws JobFailure {
        demandKnown(user, rule);
        return change(user, new RuleBook.Wanted.Rule(rule), author);
    }

    /** Starts the job that takes this decision about the rule back. */
    public Job undo(UserId user, long decision, Ledger.Author author) throws JobFailure {
        return change(user, new RuleBook.Wanted.Undo(decision), author);
    }

    public boolean isAboutRule(UserId user, Decision decision) {
        return book.isAboutRule(user, decision);
    }

    /** The job that changes the rule at the moment, or looks at what another would change. */
    public Optional<Job> underWay(UserId user) {
        return Stream.concat(unfinished(user, RuleJob.WORD), unfinished(user, RulePreviewJob.WORD))
                .findFirst();
    }

    private Job change(UserId user, RuleBook.Wanted wanted, Ledger.Author author) throws JobFailure {
        Optional<Job> other = unfinished(user, RuleJob.WORD).findFirst();
        if (other.isPresent()) {
            throw new JobFailure(
                    "the rule for duplicates is being changed by job "
                            + other.get().id(),
                    "wait for its end");
        }
        long seen = book.standing(user).last();
        return worker.start(user, RuleJob.WORD, new RuleJob.Argument(wanted, seen, author).json());
    }

    private void demandKnown(UserId user, DuplicateRule rule) {
        Collection<Origin> known = origins(user).values();
        for (DuplicateRule.Apart pair : rule.apart()) {
            for (Origin origin : new Origin[] {pair.one(), pair.other()}) {
                if (!known.contains(origin)) {
                    throw new IllegalArgumentException("apart: expected sources of this history, got "
                            + origin.protocol() + " / " + origin.client() + " / " + origin.account());
                }
            }
        }
    }

    private Stream<Job> unfinished(UserId user, String kind) {
        return worker.latest(user, LOOKED_AT_JOBS_MAX).stream()
                .filter(job -> job.kind().equals(kind) && !job.state().isFinal());
    }
}
