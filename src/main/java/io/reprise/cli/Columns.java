package io.reprise.cli;

/**
 * How many columns of a terminal a text takes: two for a sign of Chinese, Japanese or Korean and for a picture sign,
 * none for one that stands upon the sign before it. The wide ranges are those of Unicode's East Asian Width (UAX #11),
 * rounded to blocks.
 */
final class Columns {
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x20000, 0x3FFFD}
    };

    private Columns() {}

    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    private static int of(int sign) {
        return switch (Character.getType(sign)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(sign) ? 2 : 1;
        };
    }

    private static boolean isWide(int sign) {
        for (int[] range : WIDE) {
            if (sign >= range[0] && sign <= range[1]) {
                return true;
            }
        }
        return Character.isEmojiPresentation(sign);
    }

    /** As much of the text as fits, with an ellipsis at its end where that is not all. */
    static String cut(String text, int columnsMax) {
        if (of(text) <= columnsMax) {
            return text;
        }
        int end = 0;
        int taken = 1;
        while (taken + of(text.codePointAt(end)) <= columnsMax) {
            taken += of(text.codePointAt(end));
            end = text.offsetByCodePoints(end, 1);
        }
        return text.substring(0, end) + "…";
    }
}
