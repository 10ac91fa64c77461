package io.reprise.web;

import org.jspecify.annotations.Nullable;

/**
 * One play in a list, in words; {@code kind} is the word that gives its colour, {@code number} that of its scrobble;
 * {@code heart} is null where there is none.
 */
record Line(
        long number,
        String when,
        Ranked.Name what,
        String href,
        String kind,
        String verb,
        @Nullable Heart heart) {
    Face face() {
        return what.face();
    }

    String name() {
        return what.text();
    }

    String by() {
        return what.by();
    }
}
