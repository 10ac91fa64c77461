package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings page: what was done just now, where the user lived, and what was wrong with a form. */
record SettingsView(
        @Nullable String done,
        List<Stay> stays,
        List<Choice> weekStarts,
        List<String> zones,
        Typed typed,
        List<Source> sources,
        @Nullable String zoneWrong,
        @Nullable String passwordWrong,
        List<Choice> scales) {
    static final int PASSWORD_CHARS_MIN = 8;

    /** One of several to choose from, and whether it is the chosen one. */
    record Choice(String word, String label, boolean on) {}

    record Stay(String since, String zone) {}

    /** Who is asked for pictures, and what has to be said beside them. */
    record Source(String title, String terms) {}

    /** What stands in the form for a move. */
    record Typed(String zone, String since) {}

    String zone() {
        return typed.zone();
    }

    String since() {
        return typed.since();
    }

    int passwordCharsMin() {
        return PASSWORD_CHARS_MIN;
    }
}
