package io.reprise.web;

import java.util.List;

/** The user's lists, the form for a new one, and examples to begin with. */
record PlaylistsView(List<Row> rows, PlaylistDraft draft, PlaylistItems preview, List<Example> examples) {
    /** One list; {@code says} is what is in it, in words. */
    record Row(String href, Face face, String name, String says) {}

    /** Rules that may be looked at by a click. */
    record Example(String word, String href) {}
}
