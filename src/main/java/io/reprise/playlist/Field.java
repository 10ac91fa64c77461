package io.reprise.playlist;

import java.util.List;
import java.util.Optional;

/**
 * A field that rules and orders name by its word. {@code scheme} is that of the outside id where it is one, else empty.
 * What a missing value counts as is Navidrome's for its fields of plays and opinions (0, not loved); every other field
 * that is missing fits no comparison, and fits every denial.
 */
record Field(String word, Measure measure, Scope scope, String scheme, boolean hasDefault) {
    /** The field of this word, in any case. */
    static Optional<Field> find(String word) {
        return FieldBook.find(word);
    }

    /** Every word that is written in full. */
    static List<String> words() {
        return FieldBook.words();
    }

    Measure.Type type() {
        return measure.type();
    }

    @Override
    public String toString() {
        return word;
    }
}
