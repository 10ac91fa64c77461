package io.reprise.web;

import io.reprise.rating.Loves;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one thinks of a thing, and the forms to say so. {@code path} takes them; {@code love} is love, hate or none;
 * {@code stand} is the rating in words, null where there is none.
 */
record OpinionView(
        String path,
        int love,
        @Nullable String stand,
        Asking asking,
        List<Said> tags,
        List<Said> notes,
        List<Past> history) {
    /**
     * How a rating is asked for: by {@code steps} to press, or where there are too many, by a number of at most
     * {@code most}; by neither where love and hate are all there is.
     */
    record Asking(List<Step> steps, String css, @Nullable Number number) {}

    /** A number to be typed: what stands there, the greatest, and the step. */
    record Number(String value, String most, String step) {}

    /** One step: what is sent, what it is called, how it looks, and whether the rating reaches it. */
    record Step(String value, String label, String face, boolean on) {}

    /** A tag or a note with the number that takes it back; {@code href} leads to all with that tag. */
    record Said(
            long number, String text, String when, @Nullable String href) {}

    /** Something said before; {@code undo} tells whether it holds and can be taken back. */
    record Past(long number, String when, String what, boolean holds, boolean undo) {}

    boolean isLoved() {
        return love == Loves.LOVED;
    }

    boolean isHated() {
        return love == Loves.HATED;
    }
}
