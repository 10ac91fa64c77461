package io.reprise.adapters.webpage;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From bytes to characters, and from {@code &amp;} to {@code &}. */
final class PageText {
    private static final int DECLARATION_BYTES_MAX = 1024;
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_:.-]{1,40})");
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});?");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("hellip", "…"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("auml", "ä"),
            Map.entry("ouml", "ö"),
            Map.entry("uuml", "ü"),
            Map.entry("Auml", "Ä"),
            Map.entry("Ouml", "Ö"),
            Map.entry("Uuml", "Ü"),
            Map.entry("szlig", "ß"),
            Map.entry("eacute", "é"),
            Map.entry("egrave", "è"));

    private PageText() {}

    /** As the header says, else as the page says of itself, else UTF-8. */
    static String of(Fetching.Page page) {
        byte[] body = page.body();
        Matcher told = CHARSET.matcher(page.contentType());
        if (!told.find()) {
            told = CHARSET.matcher(
                    new String(body, 0, Math.min(body.length, DECLARATION_BYTES_MAX), StandardCharsets.ISO_8859_1));
            if (!told.find()) {
                return new String(body, StandardCharsets.UTF_8);
            }
        }
        return new String(body, charset(String.valueOf(told.group(1))));
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Without entities, and with each run of white space as one blank. */
    static String plain(String html) {
        return ENTITY.matcher(html)
                .replaceAll(entity -> Matcher.quoteReplacement(character(entity)))
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
    }

    private static String character(MatchResult entity) {
        String name = String.valueOf(entity.group(1));
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, "&" + name + ";");
        }
        boolean isHex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int code = isHex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return code > 0 && Character.isValidCodePoint(code) && !isSurrogate(code)
                ? Character.toString(code)
                : "&" + name + ";";
    }

    private static boolean isSurrogate(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }
}
