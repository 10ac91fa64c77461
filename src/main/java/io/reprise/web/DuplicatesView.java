package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pairs of plays that were folded, in words; {@code reversed} is the play of a pair that was just taken apart. */
record DuplicatesView(
        List<Choice> origins,
        List<Row> rows,
        @Nullable String older,
        @Nullable Integer reversed) {
    record Choice(int number, String label, boolean here) {}

    record Row(long number, String href, String title, String by, String folded, String stands, String why) {}
}
