package io.reprise.play;

import java.util.Locale;

/**
 * Why two tellings are one play: the rule of the ladder that joined them, in words, and the score of likeness as
 * multi-scrobbler counts it: 0.4 for the title and 0.3 for the creator, which one item has by itself, and 0.5 for the
 * time, of which a nearness of more than 10 seconds gives 0.3 and a day alone none.
 */
public record Likeness(String rule, double score) {
    /** For people. */
    public String sentence() {
        return String.format(Locale.ROOT, "the same item; %s (score %.1f of 1.2)", rule, score);
    }
}
