package io.reprise.web;

/**
 * One play in a list, in words; {@code kind} is the word that gives its colour, {@code number} that of its scrobble.
 */
record Line(long number, String when, Ranked.Name what, String href, String kind, String verb) {
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
