package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user's lists, the form for a new one, examples to begin with, and where files lie. */
record PlaylistsView(List<Row> rows, PlaylistDraft draft, PlaylistItems preview, List<Example> examples, Paths paths) {
    /** Where the user's files lie, and what is wrong with what was just said of that (null for nothing). */
    record Paths(
            String pattern,
            String from,
            String to,
            @Nullable String wrong) {}

    /** One list; {@code says} is what is in it, in words. */
    record Row(String href, Face face, String name, String says) {}

    /** Rules that may be looked at by a click. */
    record Example(String word, String href) {}
}
