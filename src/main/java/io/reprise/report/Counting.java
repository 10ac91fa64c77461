package io.reprise.report;

import java.util.List;

/** Whether a chart over time counts the plays up to each step, or those of the step alone. */
final class Counting {
    private static final String SO_FAR = "so-far";
    private static final String EACH = "each";

    private Counting() {}

    /** Up to each step unless chosen otherwise. */
    static Option.Pick soFar() {
        return new Option.Pick("count", "Counting", List.of(SO_FAR, EACH));
    }

    /** Each step alone unless chosen otherwise. */
    static Option.Pick each() {
        return new Option.Pick("count", "Counting", List.of(EACH, SO_FAR));
    }

    static boolean isEach(String chosen) {
        return chosen.equals(EACH);
    }
}
