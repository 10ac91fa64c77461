package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules give, to look at: the first rows, how many there are in all, notes; or what is wrong with the rules. */
record PlaylistItems(
        String summary,
        List<Ranked> rows,
        List<String> notes,
        @Nullable String wrong) {
    /** Nothing was asked yet. */
    static final PlaylistItems NOTHING = new PlaylistItems("", List.of(), List.of(), null);

    static PlaylistItems wrong(String message) {
        return new PlaylistItems("", List.of(), List.of(), message);
    }
}
