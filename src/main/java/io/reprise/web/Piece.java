package io.reprise.web;

import org.jspecify.annotations.Nullable;

/**
 * A part of a sentence; {@code isName} where it is somebody's name and not our word, {@code href} where it leads on.
 */
record Piece(String text, @Nullable String href, boolean isName) {
    static Piece word(String text) {
        return new Piece(text, null, false);
    }

    static Piece name(String text) {
        return new Piece(text, null, true);
    }

    static Piece link(String text, @Nullable String href) {
        return new Piece(text, href, true);
    }
}
