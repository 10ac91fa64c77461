package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of one list: its words, what is in it, and the form to change it (null for a list made by hand). */
record PlaylistView(
        Head head, PlaylistItems items, @Nullable PlaylistDraft draft, List<Download> downloads) {
    /** Its id, address, name and comment; {@code line} is empty where a line cannot say the rules. */
    record Head(String id, String href, String name, String comment, String sentence, String line, String asOf) {}

    /** A form in which the list goes out. */
    record Download(String word, String href) {}
}
