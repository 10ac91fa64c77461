package io.reprise.resolve;

import io.reprise.resolve.Evidence.Speaks;
import java.util.ArrayList;
import java.util.List;

/** The scales: a score in thousandths that rules add to, take from and cap; the strictest cap names the rule. */
final class Weighing {
    /** At or above this a finding is decided. */
    static final int DECIDE = 900;

    /** At or above this somebody is asked. */
    static final int ASK = 600;

    /** So much better than the next the best must be. */
    static final int MARGIN = 30;

    /** What names that agree wholly are worth by themselves. */
    static final int NAMES = 930;

    /** Names without an id are never worth more. */
    static final int NAMES_MOST = 985;

    private final List<Evidence> evidence = new ArrayList<>(6);
    private final Finding finding;
    private int score;
    private int cap = NAMES_MOST;
    private Rule rule;

    Weighing(Finding finding, int score, Rule rule) {
        this.finding = finding;
        this.score = score;
        this.rule = rule;
    }

    static int product(Likeness one, Likeness other) {
        return NAMES * one.permille() / 1000 * other.permille() / 1000;
    }

    void add(int permille) {
        score += permille;
    }

    /** Never above this because of that; the lowest cap names the rule. */
    void atMost(int permille, Rule because) {
        if (permille < cap) {
            cap = permille;
            if (score > permille || permille < DECIDE) {
                rule = because;
            }
        }
    }

    /** Where nothing worse spoke. */
    void because(Rule weaker) {
        if (cap == NAMES_MOST) {
            rule = weaker;
        }
    }

    /** Settles the score, whatever was weighed before. */
    void settle(int permille, Rule because) {
        score = permille;
        cap = 1000;
        rule = because;
    }

    void tell(String aspect, Speaks speaks, String told, String found, String words) {
        evidence.add(new Evidence(aspect, speaks, told, found, words));
    }

    void tell(String aspect, String told, String found, Likeness likeness) {
        tell(
                aspect,
                likeness.isAlike() ? Speaks.FOR : Speaks.AGAINST,
                told,
                found,
                likeness.manner().words());
    }

    boolean isUnlike() {
        return rule == Rule.UNLIKE || rule == Rule.PART;
    }

    /** What it would be worth, were it not another version; 0 where it is none. */
    int otherVersion() {
        return rule == Rule.OTHER_VERSION ? score : 0;
    }

    /** The score for comparing findings with each other: not cut off where it is high. */
    int raw() {
        return cap == NAMES_MOST ? score : Math.min(score, cap);
    }

    Match match() {
        int weighed = Math.clamp(Math.min(score, cap), 0, 1000);
        Verdict verdict = weighed >= DECIDE ? Verdict.DECIDE : weighed >= ASK ? Verdict.ASK : Verdict.LEAVE;
        return new Match(finding, weighed / 1000.0, rule, evidence, verdict);
    }
}
