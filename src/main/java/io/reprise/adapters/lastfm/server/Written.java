package io.reprise.adapters.lastfm.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as Last.fm writes them. In JSON the attributes of an element that holds others stand in {@code @attr}; those
 * of one that holds a text stand beside it, and the text is {@code #text}.
 */
final class Written {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    /** The element of all answers in XML; as an answer of its own it says that all is well and nothing more. */
    static final String ROOT = "lfm";

    private final JsonMapper mapper;

    Written(JsonMapper mapper) {
        this.mapper = mapper;
    }

    byte[] json(Element root) {
        ObjectNode object = NODES.objectNode();
        if (!root.name().isEmpty()) {
            object.set(root.name(), value(root));
        }
        return mapper.writeValueAsBytes(object);
    }

    byte[] jsonFault(int code, String words) {
        return mapper.writeValueAsBytes(NODES.objectNode().put("error", code).put("message", words));
    }

    private static JsonNode value(Element element) {
        Object text = element.jsonText();
        if (text != null && element.attributes().isEmpty()) {
            return scalar(text);
        }
        ObjectNode object = NODES.objectNode();
        if (text != null) {
            element.attributes().forEach((name, value) -> object.set(name, scalar(value)));
            object.set("#text", scalar(text));
            return object;
        }
        for (Element.Part part : element.parts()) {
            switch (part) {
                case Element.Part.One(Element child) -> object.set(child.name(), value(child));
                case Element.Part.Some(String name, List<Element> elements, boolean bareWhenOne) ->
                    object.set(name, bareWhenOne && elements.size() == 1 ? value(elements.getFirst()) : list(elements));
            }
        }
        if (!element.attributes().isEmpty()) {
            ObjectNode attributes = object.putObject("@attr");
            element.attributes().forEach((name, value) -> attributes.set(name, scalar(value)));
        }
        return object;
    }

    private static ArrayNode list(List<Element> elements) {
        ArrayNode list = NODES.arrayNode();
        elements.forEach(element -> list.add(value(element)));
        return list;
    }

    private static JsonNode scalar(Object value) {
        return value instanceof Number number
                ? NODES.numberNode(number.longValue())
                : NODES.stringNode(value.toString());
    }

    byte[] xml(Element root) {
        StringBuilder text = new StringBuilder(HEAD).append("<lfm status=\"ok\">");
        if (!root.name().isEmpty() && !root.name().equals(ROOT)) {
            write(root, text);
        }
        return bytes(text.append("</lfm>\n"));
    }

    byte[] xmlFault(int code, String words) {
        StringBuilder text = new StringBuilder(HEAD).append("<lfm status=\"failed\"><error code=\"");
        escape(words, text.append(code).append("\">"));
        return bytes(text.append("</error></lfm>\n"));
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Element element, StringBuilder text) {
        text.append('<').append(element.name());
        for (Map.Entry<String, Object> attribute : element.attributes().entrySet()) {
            text.append(' ').append(attribute.getKey()).append("=\"");
            escape(attribute.getValue().toString(), text);
            text.append('"');
        }
        text.append('>');
        if (element.text() != null) {
            escape(element.text().toString(), text);
        }
        for (Element.Part part : element.parts()) {
            switch (part) {
                case Element.Part.One(Element child) -> write(child, text);
                case Element.Part.Some(String name, List<Element> elements, boolean bareWhenOne) ->
                    elements.forEach(each -> write(each, text));
            }
        }
        text.append("</").append(element.name()).append('>');
    }

    /** Characters that XML cannot hold at all become U+FFFD. */
    private static void escape(String told, StringBuilder into) {
        told.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> into.append("&amp;");
                case '<' -> into.append("&lt;");
                case '>' -> into.append("&gt;");
                case '"' -> into.append("&quot;");
                default -> into.appendCodePoint(isXml(c) ? c : '\uFFFD');
            }
        });
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c != 0xFFFE && c != 0xFFFF;
    }
}
