package io.reprise.resolve;

import java.util.List;
import java.util.Locale;

/**
 * A question to a person: what an item of the library may be. {@code matches} are at most {@value #MATCHES_MAX}, the
 * likeliest first, found by the authority {@code source}; {@code rule} says why it was not decided alone;
 * {@code createdAt} is in epoch seconds (UTC).
 */
public record Proposal(
        long number,
        int item,
        long createdAt,
        String source,
        Rule rule,
        double score,
        List<Match> matches,
        State state) {
    /** How many matches are kept to be looked at. */
    public static final int MATCHES_MAX = 5;

    public Proposal {
        matches = List.copyOf(matches);
    }

    /** Whether it was answered, and how. {@link #code()} is what the store holds and never changes. */
    public enum State {
        WAITING(0),
        ACCEPTED(1),
        REJECTED(2);

        private final int code;

        State(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State ofCode(int code) {
            for (State state : values()) {
                if (state.code == code) {
                    return state;
                }
            }
            throw new IllegalArgumentException(
                    "no proposal has the state " + code + "; was this store written by a newer Reprise?");
        }
    }
}
