package io.reprise.web;

import org.jspecify.annotations.Nullable;

/** A big number with its words, and its change against {@code against} where there is something to compare with. */
record Figure(String value, String word, @Nullable String change, boolean up, String against) {
    Figure(String value, String word) {
        this(value, word, null, false, "");
    }
}
