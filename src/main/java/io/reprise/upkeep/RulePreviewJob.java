package io.reprise.upkeep;

import io.reprise.job.Budget;
import io.reprise.job.Job;
import io.reprise.job.JobKind;
import io.reprise.job.Progress;
import io.reprise.play.Aggregator;
import io.reprise.play.DuplicateRule;
import io.reprise.play.RuleEffect;
import io.reprise.store.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/**
 * The job that says what another rule for duplicates would change, and changes nothing. Its argument is the rule, its
 * unit the scrobble. The latest answer of each user is kept.
 */
public final class RulePreviewJob implements JobKind {
    static final String WORD = "rule-preview";
    private static final Budget BUDGET = new Budget(1L << 40, Duration.ofHours(24));

    private final Database database;
    private final Aggregator aggregator;
    private final InstantSource clock;

    public RulePreviewJob(Database database, Aggregator aggregator, InstantSource clock) {
        this.database = database;
        this.aggregator = aggregator;
        this.clock = clock;
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
    public String run(Job job, Progress progress) {
        DuplicateRule rule = DuplicateRule.read(job.argument());
        aggregator.catchUp(job.user());
        long last = aggregator.rules().standing(job.user()).last();
        RuleEffect effect = aggregator
                .rules()
                .effect(
                        job.user(),
                        rule,
                        (done, total) -> progress.tell(done, total, done + " of " + total + " scrobbles looked at"));
        RulePreview preview = new RulePreview(job.id(), clock.instant().getEpochSecond(), last, rule, effect);
        database.write(tx -> RuleTable.keep(tx, job.user(), preview));
        return String.format(
                Locale.ROOT,
                "Nothing is changed yet. %,d plays count, and %,d would; %,d pairs would be folded, %,d come apart",
                effect.playsNow(),
                effect.playsThen(),
                effect.folded(),
                effect.apart());
    }
}
