package io.reprise.playlist;

import java.util.Set;

/**
 * Where a user's files lie, for lists that go to players: what was told of a thing, with one beginning of paths put for
 * another ({@code from}, {@code to}), else what a pattern such as {@code /music/{artist}/{album}/{title}.flac} makes of
 * its names. Each is empty where it is not said. Immutable.
 */
public record FilePaths(String pattern, String from, String to) {
    public static final FilePaths NONE = new FilePaths("", "", "");
    /** The schemes of outside ids that say where a thing lies on somebody's disk. */
    public static final Set<String> SCHEMES = Set.of("file", "path");

    private static final int CHARS_MAX = 1_000;

    public FilePaths {
        pattern = line("path", pattern);
        from = line("path_from", from);
        to = line("path_to", to);
        if (from.isEmpty() && !to.isEmpty()) {
            throw new IllegalArgumentException(
                    "path_from: expected the beginning of paths that path_to is put for, got nothing");
        }
    }

    private static String line(String what, String text) {
        if (text.length() > CHARS_MAX || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    what + ": expected at most " + CHARS_MAX + " characters in one line, got " + text.length());
        }
        return text;
    }

    /** A path that was told, as it is for the user's player. */
    public String mapped(String told) {
        return !from.isEmpty() && told.startsWith(from) ? to + told.substring(from.length()) : told;
    }

    /** Where a thing of these names lies; empty where there is no pattern. */
    public String made(String artist, String album, String title) {
        return pattern.replace("{artist}", inPath(artist))
                .replace("{album}", inPath(album))
                .replace("{title}", inPath(title));
    }

    private static String inPath(String name) {
        return name.replaceAll("[/\\\\\\x00-\\x1F]", "_");
    }
}
