package io.reprise.upkeep;

import io.reprise.job.JobId;
import io.reprise.play.DuplicateRule;
import io.reprise.play.RuleEffect;

/**
 * What a job said that a rule for duplicates would change: when (epoch seconds), and after which decision about the
 * rule ({@code last}, 0 for none). It is about the history of that time.
 */
public record RulePreview(JobId job, long at, long last, DuplicateRule rule, RuleEffect effect) {}
