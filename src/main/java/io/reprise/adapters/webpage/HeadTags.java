package io.reprise.adapters.webpage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags of a page that tell of it: {@code title}, {@code meta}, {@code link}, and blocks of JSON-LD. Reads what
 * browsers forgive; comments, scripts and styles are passed over. Bounded in what it reads and keeps.
 */
final class HeadTags {
    private static final int CHARS_MAX = 2_000_000;
    private static final int TAGS_MAX = 500;
    private static final int BLOCKS_MAX = 10;
    private static final int TAG_CHARS_MAX = 20_000;
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([A-Za-z_:][A-Za-z0-9_:.-]*+)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'>]++))");

    private final String html;
    private final String folded;
    private final Map<String, String> metas = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final List<String> blocks = new ArrayList<>();
    private String title = "";
    private int tags;

    private HeadTags(String html) {
        this.html = html.length() <= CHARS_MAX ? html : html.substring(0, CHARS_MAX);
        this.folded = this.html.toLowerCase(Locale.ROOT);
    }

    static HeadTags of(String html) {
        HeadTags read = new HeadTags(html);
        // In lower case this letter is longer, and then places no longer agree.
        HeadTags tags = read.folded.length() == read.html.length() ? read : new HeadTags(read.html.replace("İ", "I"));
        tags.read();
        return tags;
    }

    /** What a {@code meta} with this name or property says, the first one; empty where none does. */
    String meta(String name) {
        return metas.getOrDefault(name, "");
    }

    /** Where a {@code link} of this relation leads, the first one. */
    Optional<String> link(String relation) {
        return Optional.ofNullable(links.get(relation));
    }

    String title() {
        return title;
    }

    /** The blocks of JSON-LD, as they stand. */
    List<String> blocks() {
        return List.copyOf(blocks);
    }

    private void read() {
        int at = html.indexOf('<');
        while (at >= 0 && tags < TAGS_MAX) {
            at = html.indexOf('<', after(at));
        }
    }

    /** Reads what begins here and answers where it ends. */
    private int after(int at) {
        if (folded.startsWith("<!--", at)) {
            return past("-->", at);
        }
        if (isTag("script", at)) {
            return script(at);
        }
        if (isTag("style", at)) {
            return past("</style", at);
        }
        if (isTag("title", at)) {
            return titled(at);
        }
        boolean isMeta = isTag("meta", at);
        if (!isMeta && !isTag("link", at)) {
            return at + 1;
        }
        int end = end(at);
        Map<String, String> attributes = attributes(at, end);
        if (isMeta) {
            meta(attributes);
        } else {
            link(attributes);
        }
        return Math.max(at + 1, end);
    }

    private boolean isTag(String name, int at) {
        int next = at + 1 + name.length();
        return folded.startsWith(name, at + 1)
                && next < folded.length()
                && !Character.isLetterOrDigit(folded.charAt(next));
    }

    /** Behind the next place of this mark; where there is none, at the end. */
    private int past(String mark, int at) {
        int found = folded.indexOf(mark, at);
        return found < 0 ? html.length() : found + mark.length();
    }

    /** The {@code >} of the tag that begins here, which may stand in quotation marks before. */
    private int end(int at) {
        char quote = 0;
        int limit = Math.min(html.length(), at + TAG_CHARS_MAX);
        for (int i = at; i < limit; i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return i;
            } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
                quote = c;
            }
        }
        return at;
    }

    private int script(int at) {
        int begin = end(at) + 1;
        int end = folded.indexOf("</script", begin);
        if (end < 0) {
            return html.length();
        }
        String type = attributes(at, begin).getOrDefault("type", "").toLowerCase(Locale.ROOT);
        if (type.equals("application/ld+json") && blocks.size() < BLOCKS_MAX) {
            tags++;
            blocks.add(html.substring(begin, end));
        }
        return end + 1;
    }

    private int titled(int at) {
        int begin = end(at) + 1;
        int end = folded.indexOf("</title", begin);
        if (end < 0) {
            return html.length();
        }
        if (title.isEmpty()) {
            title = PageText.plain(html.substring(begin, end));
        }
        return end + 1;
    }

    private Map<String, String> attributes(int from, int to) {
        tags++;
        Map<String, String> attributes = new HashMap<>();
        Matcher found = ATTRIBUTE.matcher(html).region(from, Math.max(from, to));
        while (found.find()) {
            String value = found.group(2) != null ? found.group(2) : found.group(3);
            attributes.putIfAbsent(
                    found.group(1).toLowerCase(Locale.ROOT), PageText.plain(value != null ? value : found.group(4)));
        }
        return attributes;
    }

    private void meta(Map<String, String> attributes) {
        String content = attributes.getOrDefault("content", "");
        for (String by : List.of("property", "name", "itemprop")) {
            String name = attributes.getOrDefault(by, "").toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !content.isEmpty()) {
                metas.putIfAbsent(name, content);
            }
        }
    }

    private void link(Map<String, String> attributes) {
        String to = attributes.getOrDefault("href", "");
        for (String relation :
                attributes.getOrDefault("rel", "").toLowerCase(Locale.ROOT).split(" ")) {
            if (!to.isEmpty() && !relation.isEmpty()) {
                links.putIfAbsent(relation, to);
            }
        }
    }
}
