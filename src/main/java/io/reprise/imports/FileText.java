package io.reprise.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of files that do not say how they are encoded: UTF-8, except where nothing beyond ASCII in it can be UTF-8;
 * that is what programs of Western Europe wrote before it, and is read as windows-1252.
 */
final class FileText {
    private static final Charset BEFORE_UTF_8 = Charset.forName("windows-1252");
    private static final char UNREADABLE = '\uFFFD';
    private static final int ASCII_MAX = 0x7F;

    private FileText() {}

    static String of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean isOlder =
                text.indexOf(UNREADABLE) >= 0 && text.chars().allMatch(sign -> sign <= ASCII_MAX || sign == UNREADABLE);
        return isOlder ? new String(bytes, BEFORE_UTF_8) : text;
    }
}
