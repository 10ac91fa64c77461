package io.reprise.playlist;

import java.util.List;

/**
 * A definition that cannot be read: {@code where} is the path of the fault in it ({@code all[2].is.genre}, or
 * {@code character 14} of a line), {@code expected} what would be read there, {@code got} what stands there.
 */
public final class Fault extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int GOT_CHARS_MAX = 100;

    private final String where;
    private final String detail;
    private final String expected;
    private final String got;

    /** What is wrong, and what would be right. */
    record Words(String detail, String expected, String got) {}

    Fault(String where, Words words) {
        super(words.detail() + " (where: " + where + ") Expected: " + words.expected() + ". Got: " + cut(words.got())
                + ".");
        this.where = where;
        this.detail = words.detail();
        this.expected = words.expected();
        this.got = cut(words.got());
    }

    public String where() {
        return where;
    }

    public String detail() {
        return detail;
    }

    public String expected() {
        return expected;
    }

    public String got() {
        return got;
    }

    /** The word of these that a misspelled one most likely means, as the beginning of what is expected. */
    static String near(String word, List<String> words) {
        return Near.of(word, words)
                .map(meant -> "did you mean " + meant + "? It is ")
                .orElse("");
    }

    private static String cut(String text) {
        return text.length() <= GOT_CHARS_MAX ? text : text.substring(0, GOT_CHARS_MAX) + "…";
    }
}
