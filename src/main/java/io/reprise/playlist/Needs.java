package io.reprise.playlist;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has to be read beside the plays before a definition can be evaluated. */
record Needs(boolean opinions, Set<String> schemes) {
    Needs {
        schemes = Set.copyOf(schemes);
    }

    static Needs of(Definition definition) {
        Gathering gathering = new Gathering();
        gathering.rule(definition.rule());
        definition.order().keys().forEach(key -> gathering.field(key.field()));
        return new Needs(gathering.opinions, gathering.schemes);
    }

    private static final class Gathering {
        private boolean opinions;
        private final Set<String> schemes = new HashSet<>();

        private void rules(List<Rule> rules) {
            rules.forEach(this::rule);
        }

        private void rule(Rule rule) {
            switch (rule) {
                case Rule.All(var rules) -> rules(rules);
                case Rule.Any(var rules) -> rules(rules);
                case Rule.Not(var denied) -> rule(denied);
                case Rule.Compare compare -> field(compare.field());
                case Rule.Count count -> {}
                case Rule.Member member -> {}
            }
        }

        private void field(Field field) {
            switch (field.measure()) {
                case RATING, SCORE, RATED_AT, LOVED, LOVED_AT, TAG -> opinions = true;
                case ID -> schemes.add(field.scheme());
                default -> {}
            }
        }
    }
}
