package io.reprise.catalog;

import java.util.Locale;

/** How sure it is what a thing is: from what was merely told to what an authority or a person vouches for. */
public enum Status {
    /** Told by sources and nothing else. */
    PROVISIONAL,
    /** Found at an authority by its names, so it may be another one. */
    RESOLVED,
    /** Known to an authority by its id, or by a person's word. */
    CANONICAL,
    /** Another thing stands for it. */
    MERGED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
