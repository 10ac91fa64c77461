package io.reprise.upkeep;

import io.reprise.account.UserId;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.job.Budget;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobKind;
import io.reprise.job.Progress;
import io.reprise.play.DuplicateRule;
import io.reprise.play.RuleBook;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The job that changes the rule for duplicates, or takes a change back (ADR 0018): one decision is appended to the
 * ledger, then all plays follow it step by step. Its unit is the scrobble. Running it again goes on: the decision is
 * appended once.
 */
public final class RuleJob implements JobKind {
    static final String WORD = "rule";
    private static final Budget BUDGET = new Budget(1L << 40, Duration.ofHours(24));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RuleBook book;
    private final Consumer<UserId> changed;

    /** {@code changed} is told the user when the plays have followed; it must return at once. */
    public RuleJob(RuleBook book, Consumer<UserId> changed) {
        this.book = book;
        this.changed = changed;
    }

    /** What such a job works on; {@code seen} is the last decision about the rule when it was asked for. */
    record Argument(RuleBook.Wanted wanted, long seen, Ledger.Author author) {
        String json() {
            ObjectNode node = JSON.createObjectNode()
                    .put("seen", seen)
                    .put("by", author.by())
                    .put("because", author.because());
            switch (wanted) {
                case RuleBook.Wanted.Rule(var rule) -> node.put("rule", rule.text());
                case RuleBook.Wanted.Undo(var decision) -> node.put("undo", decision);
            }
            return node.toString();
        }

        static Argument of(Job job) {
            JsonNode node = JSON.readTree(job.argument());
            return new Argument(
                    node.has("rule")
                            ? new RuleBook.Wanted.Rule(
                                    DuplicateRule.read(node.get("rule").asString()))
                            : new RuleBook.Wanted.Undo(node.get("undo").asLong()),
                    node.get("seen").asLong(),
                    new Ledger.Author(
                            node.get("by").asString(), node.get("because").asString()));
        }
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Budget budget() {
        return BUDGET;
    }

    @Override
    public String run(Job job, Progress progress) throws JobFailure {
        Argument argument = Argument.of(job);
        try {
            book.decide(job.user(), argument.wanted(), argument.seen(), argument.author());
        } catch (Refusal refusal) {
            throw new JobFailure(String.valueOf(refusal.getMessage()), "look at the duplicates");
        }
        long judged = book.follow(
                job.user(), (done, total) -> progress.tell(done, total, done + " of " + total + " scrobbles judged"));
        changed.accept(job.user());
        return String.format(
                Locale.ROOT, "the rule for duplicates was changed: %,d scrobbles were judged again", judged);
    }
}
