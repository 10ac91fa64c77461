package io.reprise.web;

import org.jspecify.annotations.Nullable;

/**
 * One row of a ranked list, in words; {@code share} is the length of its bar ({@code 64%}), {@code move} its change of
 * rank.
 */
record Ranked(
        String href,
        String rank,
        Name name,
        String share,
        String count,
        @Nullable String move) {
    /** How a row names its thing: picture, first line, second line (empty: none). */
    record Name(Face face, String text, String by) {}

    Face face() {
        return name.face();
    }

    String text() {
        return name.text();
    }

    String by() {
        return name.by();
    }
}
