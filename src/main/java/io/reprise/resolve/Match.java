package io.reprise.resolve;

import java.util.List;

/**
 * One finding, weighed: a score from 0 to 1, the rule that spoke, what it rests on, and what would be done about it
 * were it the only one.
 */
public record Match(Finding finding, double score, Rule rule, List<Evidence> evidence, Verdict verdict) {
    public Match {
        evidence = List.copyOf(evidence);
        if (score < 0 || score > 1) {
            throw new IllegalArgumentException("the score of a match is from 0 to 1, not " + score);
        }
    }
}
