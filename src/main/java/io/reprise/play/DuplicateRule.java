package io.reprise.play;

import io.reprise.scrobble.Origin;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a user may choose of how plays told by different origins are folded: how many seconds two beginnings may lie
 * apart ({@code tolerance}, 0 to 600; 30 as the rule comes), from which score on two plays are one (0.7 to 1.2 in
 * tenths), which rungs of the ladder hold, and which origins are never folded with each other. A decision of the ledger
 * holds it as {@link #text()}.
 */
public record DuplicateRule(int tolerance, double leastScore, Set<Rung> rungs, Set<Apart> apart) {
    public static final int TOLERANCE_SECONDS_MAX = 600;
    /** Every pair of the ladder has at least this. */
    public static final double SCORE_MIN = 0.7;
    /** No pair has more than this. */
    public static final double SCORE_MAX = 1.2;
    /** More pairs of sources than a person would ever name. */
    public static final int APART_MAX = 100;

    /** The rule of those who chose none. */
    public static final DuplicateRule AS_IT_COMES =
            new DuplicateRule(Windows.STARTS_SECONDS_MAX, SCORE_MIN, EnumSet.allOf(Rung.class), Set.of());

    private static final int TENTHS = 10;
    private static final double EXACT = 1e-9;

    public DuplicateRule {
        if (tolerance < 0 || tolerance > TOLERANCE_SECONDS_MAX) {
            throw new IllegalArgumentException(
                    "tolerance_seconds: expected 0 to " + TOLERANCE_SECONDS_MAX + ", got " + tolerance);
        }
        if (Double.isNaN(leastScore)
                || leastScore < SCORE_MIN
                || leastScore > SCORE_MAX
                || Math.abs(leastScore * TENTHS - Math.round(leastScore * TENTHS)) > EXACT) {
            throw new IllegalArgumentException(
                    "least_score: expected " + SCORE_MIN + " to " + SCORE_MAX + " in tenths, got " + leastScore);
        }
        if (apart.size() > APART_MAX) {
            throw new IllegalArgumentException(
                    "apart: expected at most " + APART_MAX + " pairs of sources, got " + apart.size());
        }
        rungs = Collections.unmodifiableSet(rungs.isEmpty() ? EnumSet.noneOf(Rung.class) : EnumSet.copyOf(rungs));
        apart = Collections.unmodifiableSet(new TreeSet<>(apart));
    }

    /** Two sources that tell of different plays always, such as two rooms or two people; in no order. */
    public record Apart(Origin one, Origin other) implements Comparable<Apart> {
        private static final Comparator<Origin> BY_NAME = Comparator.comparing(Origin::protocol)
                .thenComparing(Origin::client)
                .thenComparing(Origin::account);
        private static final Comparator<Apart> BY_NAMES =
                Comparator.comparing(Apart::one, BY_NAME).thenComparing(Apart::other, BY_NAME);

        public Apart {
            int order = BY_NAME.compare(one, other);
            if (order == 0) {
                throw new IllegalArgumentException(
                        "apart: expected two different sources, got " + one.label() + " twice");
            }
            Origin first = order < 0 ? one : other;
            other = order < 0 ? other : one;
            one = first;
        }

        @Override
        public int compareTo(Apart that) {
            return BY_NAMES.compare(this, that);
        }
    }

    /** As JSON, the same text for the same rule. */
    public String text() {
        return RuleText.write(this);
    }

    /**
     * The rule that such a text tells; every member has to be there, and no other. What does not fit is an
     * {@link IllegalArgumentException} that says what was expected.
     */
    public static DuplicateRule read(String text) {
        return RuleText.read(text);
    }

    boolean isScore(double score) {
        return Math.round(score * TENTHS) >= Math.round(leastScore * TENTHS);
    }
}
