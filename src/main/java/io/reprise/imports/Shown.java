package io.reprise.imports;

/** What came, as an error shows it: short and on one line. */
final class Shown {
    private static final int CHARS_MAX = 80;

    private Shown() {}

    static String of(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= CHARS_MAX ? line : line.substring(0, CHARS_MAX) + "...";
    }
}
