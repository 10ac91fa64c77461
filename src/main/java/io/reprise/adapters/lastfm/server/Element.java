package io.reprise.adapters.lastfm.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an answer, which goes out as XML or as JSON; {@link Written} knows both. A text or an attribute is a
 * number where it is one in JSON, too. Filled by one thread and then only read.
 */
final class Element {
    private final String name;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final @Nullable Object text;
    private final @Nullable Object jsonText;

    /** What an element holds: one other, or some of one name. */
    sealed interface Part {
        record One(Element element) implements Part {}

        /** In JSON a list; where {@code bareWhenOne} and there is only one, that one without a list. */
        record Some(String name, List<Element> elements, boolean bareWhenOne) implements Part {}
    }

    private Element(String name, @Nullable Object text, @Nullable Object jsonText) {
        this.name = name;
        this.text = text;
        this.jsonText = jsonText;
    }

    static Element of(String name) {
        return new Element(name, null, null);
    }

    /** An element with a text: a String, or a number. */
    static Element text(String name, Object text) {
        return new Element(name, text, text);
    }

    /** One whose text differs between XML and JSON. */
    static Element text(String name, Object inXml, Object inJson) {
        return new Element(name, inXml, inJson);
    }

    /** Pictures: there are none yet, but clients read through the sizes. */
    static List<Element> noPictures() {
        return List.of("small", "medium", "large", "extralarge").stream()
                .map(size -> text("image", "").attribute("size", size))
                .toList();
    }

    Element attribute(String attribute, Object value) {
        attributes.put(attribute, value);
        return this;
    }

    Element with(Element child) {
        parts.add(new Part.One(child));
        return this;
    }

    Element with(String child, Object childText) {
        return with(text(child, childText));
    }

    /** Always a list in JSON. */
    Element list(String child, List<Element> elements) {
        parts.add(new Part.Some(child, List.copyOf(elements), false));
        return this;
    }

    /** In JSON a list where there is more than one. */
    Element some(String child, List<Element> elements) {
        parts.add(new Part.Some(child, List.copyOf(elements), true));
        return this;
    }

    String name() {
        return name;
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    List<Part> parts() {
        return parts;
    }

    @Nullable
    Object text() {
        return text;
    }

    @Nullable
    Object jsonText() {
        return jsonText;
    }
}
