package io.reprise.report;

import java.util.List;

/**
 * What a report is: its {@code word} in addresses and commands (lower case, words joined by dashes), a plain title, one
 * sentence on what it tells, a note on how it is computed, and what can be chosen beyond range and filter.
 */
public record About(Theme theme, String word, String title, String tells, String computed, List<Option> options) {
    public About {
        if (!word.matches("[a-z][a-z-]*[a-z]")) {
            throw new IllegalArgumentException("a report's word is lower-case letters and dashes, not " + word);
        }
        options = List.copyOf(options);
    }
}
