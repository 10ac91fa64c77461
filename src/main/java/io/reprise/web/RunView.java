package io.reprise.web;

import io.reprise.imports.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One import run in words, with what it refused. */
record RunView(String title, String when, String sentence, List<Figure> totals, Turn turn, List<Refusal> refusals) {
    /**
     * What can be done with the run as a whole: where to, the word on the button, what will happen, and how it stands.
     */
    record Turn(@Nullable String action, String word, String whatHappens, String standing) {}
}
