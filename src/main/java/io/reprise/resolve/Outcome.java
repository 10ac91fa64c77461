package io.reprise.resolve;

/** What came of asking for an item. {@link #code()} is what the store holds and never changes. */
enum Outcome {
    /** It was decided what it is. */
    DECIDED(1),
    /** A person has to look at it. */
    PROPOSED(2),
    /** Something was found that does not fit. */
    UNLIKE(3),
    /** No authority knows anything. */
    UNKNOWN(4),
    /** It could not be asked for now: the network, or the budget. */
    POSTPONED(5);

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
