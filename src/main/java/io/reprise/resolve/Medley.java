package io.reprise.resolve;

import java.util.Arrays;

/** Several songs in one title, divided by {@code /}: the same songs in another order are nearly the same. */
final class Medley {
    private static final Likeness REORDERED = new Likeness(820, Likeness.Manner.PART);
    private static final int PARTS_MAX = 12;

    private Medley() {}

    /** The number of songs; 1 where it is no medley. A slash without gaps is a part of a name (AC/DC, 24/7). */
    static int parts(String title) {
        int parts = 1;
        for (int at = title.indexOf(" / "); at >= 0; at = title.indexOf(" / ", at + 3)) {
            parts++;
        }
        return Math.min(parts, PARTS_MAX);
    }

    static Likeness likeness(String one, String other) {
        return Arrays.equals(sorted(one), sorted(other)) ? REORDERED : Likeness.UNLIKE;
    }

    private static Object[] sorted(String title) {
        return Arrays.stream(title.split(" / ", PARTS_MAX))
                .map(Sameness::key)
                .sorted()
                .toArray();
    }
}
