package io.reprise.cli;

import java.util.Map;

/** Whether and how text is set off for a person who reads it on a screen; {@code NO_COLOR} turns it off. */
record Style(boolean colours) {
    private static final String BOLD = "\033[1m";
    private static final String FAINT = "\033[2m";
    private static final String PLAIN = "\033[0m";

    static Style of(Terminal terminal) {
        return of(terminal.isScreen(), terminal.surroundings().variables());
    }

    static Style of(boolean screen, Map<String, String> variables) {
        boolean unwanted = !variables.getOrDefault("NO_COLOR", "").isEmpty();
        return new Style(screen && !unwanted && !"dumb".equals(variables.get("TERM")));
    }

    String bold(String text) {
        return colours ? BOLD + text + PLAIN : text;
    }

    String faint(String text) {
        return colours ? FAINT + text + PLAIN : text;
    }
}
