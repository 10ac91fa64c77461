package io.reprise.playlist;

import io.reprise.history.Titles.Place;
import java.util.Arrays;
import java.util.List;

/**
 * Letters without which no text fits a pattern, and where they have to stand; no letters where the pattern is too
 * involved to tell at a glance. The pattern is asked as well, so this only has to be true, not much.
 */
record Needle(Place place, String text) {
    private static final Needle NONE = new Needle(Place.ANYWHERE, "");
    /** With groups, flags and escapes it takes a parser to tell. */
    private static final String INVOLVED = "()\\";

    private static final String QUANTIFIERS = "*?{";

    /** Of each alternative one; a text that fits the pattern holds one of them. */
    static List<Needle> of(String pattern) {
        String bare = pattern.startsWith("(") && pattern.endsWith(")")
                ? pattern.substring(pattern.startsWith("(?:") ? 3 : 1, pattern.length() - 1)
                : pattern;
        boolean isInvolved = bare.chars().anyMatch(c -> INVOLVED.indexOf(c) >= 0)
                || bare.startsWith("?")
                || bare.contains("[") && bare.contains("|");
        return isInvolved
                ? List.of(NONE)
                : Arrays.stream(bare.split("\\|", -1))
                        .map(each -> new Glance(each).needle())
                        .toList();
    }

    /** Goes over a pattern of letters, classes, quantifiers and anchors. */
    private static final class Glance {
        private final String pattern;
        private final StringBuilder run = new StringBuilder();
        private boolean isAtStart;
        private Needle longest = NONE;

        Glance(String pattern) {
            this.pattern = pattern;
        }

        Needle needle() {
            int at = 0;
            while (at < pattern.length()) {
                at = step(at);
            }
            end(false);
            return longest;
        }

        private int step(int at) {
            int letter = pattern.codePointAt(at);
            int after = at + Character.charCount(letter);
            switch (letter) {
                case '^' -> {
                    end(false);
                    isAtStart = at == 0;
                }
                case '$' -> end(after == pattern.length());
                case '.' -> end(false);
                case '[' -> {
                    end(false);
                    return afterClass(after);
                }
                case '*', '?', '+' -> end(false);
                case '{' -> {
                    end(false);
                    return after(pattern.indexOf('}', after));
                }
                default -> letter(letter, after);
            }
            return after;
        }

        /** A letter that may be left out ends a run before it, one that may be repeated after it. */
        private void letter(int letter, int after) {
            if (after < pattern.length() && QUANTIFIERS.indexOf(pattern.charAt(after)) >= 0) {
                end(false);
            } else {
                run.appendCodePoint(letter);
            }
        }

        /** A class of letters may begin with the bracket that ends it, and name others in brackets. */
        private int afterClass(int begin) {
            int first = pattern.startsWith("^", begin) ? begin + 1 : begin;
            int end = pattern.indexOf(']', first + 1);
            return pattern.substring(first, Math.max(first, end)).indexOf('[') >= 0 ? stop() : after(end);
        }

        private int after(int bracket) {
            return bracket < 0 ? stop() : bracket + 1;
        }

        /** Tells nothing of the rest. */
        private int stop() {
            return pattern.length();
        }

        private void end(boolean isAtEnd) {
            if (run.length() > longest.text().length()) {
                longest = new Needle(isAtStart ? Place.START : isAtEnd ? Place.END : Place.ANYWHERE, run.toString());
            }
            run.setLength(0);
            isAtStart = false;
        }
    }
}
