package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules for names: those there are, the form for one, and what applying them would change. {@code said} is what
 * became of the last step, null where there was none.
 */
record CreditsView(
        @Nullable Notice said,
        List<Rule> rules,
        Form form,
        String summary,
        List<Change> changes,
        @Nullable String more) {
    /**
     * What was done, bad where it was refused; decisions from {@code first} to {@code last} can be undone (0: none).
     */
    record Notice(String text, boolean refused, long first, long last) {}

    /** A rule in words; {@code name} finds it again. */
    record Rule(String name, String kind, List<String> into, String edit) {}

    /** What stands in the form; {@code was} is the name of the rule that is edited, empty for a new one. */
    record Form(
            String was,
            String name,
            String into,
            List<Kind> kinds,
            @Nullable String wrong) {}

    /** A kind of rule that can be chosen. */
    record Kind(String word, String label, boolean on) {}

    /** What would become of one creator or song; {@code title} is the song's then, null for a creator. */
    record Change(
            String name,
            String href,
            String plays,
            @Nullable String title,
            List<String> into,
            String because) {}
}
