package io.reprise.web;

import io.reprise.imports.Refusal;
import java.util.List;

/** What a look at a file saw, in words. */
record PreviewView(
        String job,
        String name,
        String sentence,
        List<Figure> totals,
        List<String> remarks,
        List<Row> sample,
        List<Row> duplicates,
        List<Refusal> refusals) {
    /** A row of the file and what would become of it. */
    record Row(String when, String title, String by, String fate, String because) {}
}
