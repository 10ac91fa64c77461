package io.reprise.feed;

/** Makes any text fit to stand in a form that cannot hold every character. Stateless. */
final class Escapes {
    private static final int REPLACEMENT = 0xFFFD;

    private Escapes() {}

    /** For XML 1.0, between tags and in attributes; what XML cannot hold at all is shown as a mark for it. */
    static String xml(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t', '\n', '\r' -> out.append("&#").append(c).append(';');
                default -> out.appendCodePoint(isXml(c) ? c : REPLACEMENT);
            }
        });
        return out.toString();
    }

    private static boolean isXml(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    /** For a text value of iCalendar (RFC 5545 3.3.11): a new line is told as one, any other control is a space. */
    static String calendar(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\\\");
                case ';' -> out.append("\\;");
                case ',' -> out.append("\\,");
                case '\n', '\r' -> out.append("\\n");
                default -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : lone(c));
            }
        });
        return out.toString();
    }

    /** In one line and without marks that turn the direction of what follows, for titles and pictures. */
    static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                out.append(' ');
            } else if (!turnsDirection(c)) {
                out.appendCodePoint(lone(c));
            }
        });
        return out.toString().strip();
    }

    private static boolean turnsDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F;
    }

    /** Half of a pair is no character. */
    private static int lone(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c;
    }
}
