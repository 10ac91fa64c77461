package io.reprise.demo;

import io.reprise.media.Fingerprint;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Lines of our own NDJSON. */
final class Line {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Line() {}

    static String of(Consumer<JsonGenerator> members) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        }
        return line.toString();
    }

    /** The thing ({@code of} which kind, the text its key is made of, its name) that a decision is about. */
    record Subject(String of, String identity, String name) {}

    /** The decision, numbered in its file, by which an invented authority ties a thing to an id. */
    static String link(int decision, Instant at, String authority, Subject subject, String id) {
        return of(json -> {
            json.writeNumberProperty("decision", decision);
            json.writeStringProperty("type", "link");
            json.writeStringProperty("at", at.toString());
            json.writeStringProperty("by", authority);
            json.writeStringProperty("because", "it is the one of this name");
            json.writeStringProperty("of", subject.of());
            json.writeObjectPropertyStart("thing");
            json.writeStringProperty(
                    "key",
                    HexFormat.of()
                            .toHexDigits(Fingerprint.of(subject.identity()).key()));
            json.writeStringProperty("name", subject.name());
            json.writeEndObject();
            json.writeStringProperty("id", id);
        });
    }
}
