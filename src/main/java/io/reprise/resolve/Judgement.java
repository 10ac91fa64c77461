package io.reprise.resolve;

import java.util.List;
import java.util.Optional;

/** All findings of a question, weighed, the likeliest first; what is to be done, and the rule that says so. */
public record Judgement(Verdict verdict, Rule rule, List<Match> matches) {
    public Judgement {
        matches = List.copyOf(matches);
        if (verdict == Verdict.DECIDE && matches.isEmpty()) {
            throw new IllegalArgumentException("nothing can be decided where nothing was found");
        }
    }

    /** The match that is decided without asking anybody; empty where somebody has to be asked or nothing fits. */
    public Optional<Match> decided() {
        return verdict == Verdict.DECIDE ? Optional.of(matches.getFirst()) : Optional.empty();
    }
}
