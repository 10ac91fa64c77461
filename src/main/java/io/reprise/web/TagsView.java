package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All tags, and what has the one that is looked at; {@code tag} is empty where none is. */
record TagsView(
        List<Tag> tags,
        String tag,
        List<Row> rows,
        @Nullable String older) {
    record Tag(String text, String things, String href) {}

    /** One thing; {@code href} is null where it was never played here. */
    record Row(Face face, String name, String by, @Nullable String href, String kind, String when) {}
}
