package io.reprise.feed;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A feed of entries as Atom 1.0 (RFC 4287) or JSON Feed 1.1. Ids are tag URIs (RFC 4151) that stay the same whatever
 * address the server is reached at; {@code self} is the address that was asked.
 */
record SyndicationFeed(Link link, String self, List<Entry> entries) {
    static final String ATOM = "application/atom+xml; charset=utf-8";
    static final String JSON = "application/feed+json; charset=utf-8";
    private static final String TAG = "tag:reprise.invalid,2026:";

    /** When it changed last, epoch seconds (UTC): its newest entry, or the making of the link. */
    long updated() {
        return entries.stream().mapToLong(Entry::at).max().orElse(link.createdAt());
    }

    private String id() {
        return TAG + link.use().mark() + "/" + link.show().word();
    }

    private String id(Entry entry) {
        return id() + "/" + entry.line().number();
    }

    String atom() {
        StringBuilder xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
        element(xml, "id", id());
        element(xml, "title", link.title());
        element(xml, "updated", time(updated()));
        xml.append("<link rel=\"self\" type=\"application/atom+xml\" href=\"")
                .append(Escapes.xml(self))
                .append("\"/>\n<author><name>Reprise</name></author>\n<generator>Reprise</generator>\n");
        for (Entry entry : entries) {
            xml.append("<entry>\n");
            element(xml, "id", id(entry));
            element(xml, "title", entry.title());
            element(xml, "published", time(entry.at()));
            element(xml, "updated", time(entry.at()));
            xml.append("<category term=\"")
                    .append(Escapes.xml(entry.line().item().kind()))
                    .append("\"/>\n");
            element(xml, "summary", entry.summary());
            xml.append("</entry>\n");
        }
        return xml.append("</feed>\n").toString();
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(Escapes.xml(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    String json(JsonMapper mapper) {
        ObjectNode feed = JsonNodeFactory.instance.objectNode();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", link.title());
        feed.put("feed_url", self);
        feed.putArray("authors").addObject().put("name", "Reprise");
        ArrayNode items = feed.putArray("items");
        for (Entry entry : entries) {
            ObjectNode item = items.addObject();
            item.put("id", id(entry));
            item.put("title", entry.title());
            item.put("content_text", entry.summary());
            item.put("date_published", time(entry.at()));
            item.putArray("tags").add(entry.line().item().kind());
            ObjectNode own = item.putObject("_reprise");
            own.put("kind", entry.line().item().kind());
            own.put("title", entry.line().item().name());
            own.put("creator", entry.line().item().credit());
            own.put("seconds", entry.line().seconds());
            own.put("precision", entry.line().when().precision().word());
        }
        return mapper.writeValueAsString(feed) + "\n";
    }

    private static String time(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString();
    }
}
