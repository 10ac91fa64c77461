package io.reprise.media;

import java.util.regex.Pattern;

/** Texts of other parties, made one line and no longer than they may be. Lengths are in {@code char}s of Java. */
public final class OneLine {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private OneLine() {}

    /** Without characters that steer, without white space at both ends, and cut. */
    public static String of(String text, int charsMax) {
        return cut(BREAKS.matcher(text).replaceAll(" ").strip(), charsMax);
    }

    /** The begin of a text, cut between characters, not within one that takes two {@code char}s. */
    public static String cut(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        boolean isWithin = charsMax > 0 && Character.isHighSurrogate(text.charAt(charsMax - 1));
        return text.substring(0, isWithin ? charsMax - 1 : charsMax);
    }
}
